using UserOps.Application.Queues;

namespace UserOps.Tests.Simulation;

/// <summary>One process's way into the shared queue.</summary>
internal sealed class SimulatedMessageQueue(SharedQueue shared, SimulatedProcess process, Faults faults) : IMessageQueue
{
    public async Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel)
    {
        QueueLimits.Check(messages);
        foreach (var message in messages)
        {
            // One by one, as services without batches take them: a crash can leave some of them sent.
            await process.PointAsync("enqueue");
            if (faults.Happens(faults.Rates.Throttled, "throttled"))
            {
                throw new PassingFaultException("The queue is busy.");
            }

            shared.Add(message.Body, message.Delay);
        }

        await process.PointAsync("enqueued");
        if (faults.Happens(faults.Rates.LostAnswer, "lost answer"))
        {
            throw new PassingFaultException("The answer of the queue was lost.");
        }
    }
}
