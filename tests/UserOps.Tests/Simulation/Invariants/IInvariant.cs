namespace UserOps.Tests.Simulation.Invariants;

/// <summary>Something that is true of every simulation, once everything has happened.</summary>
internal interface IInvariant
{
    /// <summary>What breaks it; nothing where it holds.</summary>
    IEnumerable<string> Broken(Simulation simulation, Picture end);
}
