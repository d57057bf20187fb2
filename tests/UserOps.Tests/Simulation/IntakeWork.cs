using UserOps.Application.Events;

namespace UserOps.Tests.Simulation;

/// <summary>Senders, who send until they get their answer, as shops do.</summary>
internal sealed class IntakeWork : IWork
{
    private readonly PriorityQueue<Arrival, (DateTimeOffset, int)> _coming = new();
    private readonly Simulation _simulation;
    private int _sent;

    public IntakeWork(Simulation simulation, IEnumerable<Arrival> arrivals)
    {
        _simulation = simulation;
        foreach (var arrival in arrivals)
        {
            Add(arrival);
        }
    }

    public DateTimeOffset? NextDue => _coming.TryPeek(out var next, out _) ? next.At : null;

    public bool Begin(SimulatedProcess process)
    {
        var arrival = _coming.Dequeue();
        var received = _simulation.Now;
        process.Start(
            $"request {string.Join(' ', arrival.Events.Select(e => e.DedupeKey))}",
            () => process.Get<IAcceptEvents>().RunAsync([.. arrival.Events.Select(e => e with { ReceivedAt = received })], [], default),
            fault => End(arrival, fault));
        return true;
    }

    private void End(Arrival arrival, Exception? fault)
    {
        if (fault is PassingFaultException or ProcessEndedException)
        {
            Add(arrival with { At = _simulation.Now + _simulation.Faults.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)) });
        }
        else if (fault is not null)
        {
            _simulation.Fail($"A request failed: {fault}");
        }
    }

    private void Add(Arrival arrival) => _coming.Enqueue(arrival, (arrival.At, ++_sent));
}
