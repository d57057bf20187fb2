using UserOps.Application.Events;

namespace UserOps.Tests.Simulation;

/// <summary>Hands queued messages to processes, as the queue's trigger does.</summary>
internal sealed class QueueWork(Simulation simulation) : IWork
{
    public DateTimeOffset? NextDue => simulation.Queue.NextDue;

    public bool Begin(SimulatedProcess process)
    {
        if (simulation.Queue.Take(simulation.Random) is not { } message)
        {
            return false;
        }

        var delivery = message.Deliveries;
        simulation.Trace.Add(simulation.Now, process.Context.Name, $"takes message {message.Number} for the {delivery}. time");
        process.Start($"message {message.Number}", () => process.Get<HandleMessage>().RunAsync(message.Body, default), fault => End(message, delivery, fault));
        return true;
    }

    private void End(QueuedMessage message, int delivery, Exception? fault)
    {
        var faults = simulation.Faults;
        switch (fault)
        {
            case null when faults.Happens(faults.Rates.Redelivery, "redelivery"):
                simulation.Queue.Retry(message, delivery, faults.Between(TimeSpan.Zero, TimeSpan.FromMinutes(10)));
                break;
            case null:
                simulation.Queue.Complete(message, delivery);
                break;
            case PassingFaultException:
                simulation.Queue.Retry(message, delivery, faults.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)));
                break;
            case ProcessEndedException:
                // The lease ends by itself.
                break;
            default:
                simulation.Fail($"Message {message.Number} failed: {fault}");
                break;
        }
    }
}
