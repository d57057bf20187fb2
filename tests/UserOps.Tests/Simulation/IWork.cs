namespace UserOps.Tests.Simulation;

/// <summary>A source of work for processes: a queue, a sender of events, a clock of its own.</summary>
internal interface IWork
{
    /// <summary>When there is something to begin (it may be past); null: nothing is in sight.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Begins one piece of what is due on a process of the seed's choosing.</summary>
    /// <returns>False when there was none after all.</returns>
    bool Begin(SimulatedProcess process);
}
