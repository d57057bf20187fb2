namespace UserOps.Application.Journeys.Simulation;

/// <summary>The time of one simulated person. It stands still until it is moved, and never goes back within a person's time.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private DateTimeOffset _now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Begin(DateTimeOffset at) => _now = at;

    public void MoveTo(DateTimeOffset at) => _now = at > _now ? at : _now;
}
