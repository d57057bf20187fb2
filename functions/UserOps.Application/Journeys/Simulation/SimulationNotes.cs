namespace UserOps.Application.Journeys.Simulation;

/// <summary>What is said of one person in passing and stands in no row.</summary>
internal sealed class SimulationNotes(TimeProvider clock) : IWatchStarts
{
    public List<SimulatedStart> Starts { get; } = [];

    /// <summary>Subject, or title, of each message by its row in the ledger.</summary>
    public Dictionary<string, string> Subjects { get; } = [];

    public void Note(StartRequest request, StartOutcome outcome) => Starts.Add(new(clock.GetUtcNow(), request, outcome));

    public void Clear()
    {
        Starts.Clear();
        Subjects.Clear();
    }
}
