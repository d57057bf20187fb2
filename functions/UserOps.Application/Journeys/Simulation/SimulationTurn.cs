namespace UserOps.Application.Journeys.Simulation;

/// <summary>One simulation of many people at a time in a process: each takes what processors there are.</summary>
internal sealed class SimulationTurn
{
    private int _taken;

    /// <returns>To be disposed of at the end; null: somebody else is at it.</returns>
    public IDisposable? TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0 ? new Taken(this) : null;

    private sealed class Taken(SimulationTurn turn) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref turn._taken, 0);
    }
}
