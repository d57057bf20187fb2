using UserOps.Application.Queues;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Nobody works off what is queued in a simulation.</summary>
internal sealed class DiscardingQueue : IMessageQueue
{
    public Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel) => Task.CompletedTask;
}
