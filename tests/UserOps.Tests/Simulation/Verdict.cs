using System.Globalization;
using UserOps.Tests.Simulation.Invariants;

namespace UserOps.Tests.Simulation;

/// <summary>One seed, run to its end and judged.</summary>
/// <param name="Broken">Empty: every invariant held.</param>
internal sealed record Verdict(Simulation Simulation, IReadOnlyList<string> Broken)
{
    private static readonly IInvariant[] Invariants = [new NothingLeftOver(), new OneCallAStep(), new NobodyAgainstTheirWill(), new EveryRunEnds(), new EverybodyWhereTheyBelong(), new SameAsInAQuietWorld()];

    public static Verdict Of(int seed, SimulationOptions? options = null)
    {
        var simulation = new Simulation(seed, options ?? new());
        try
        {
            simulation.Run();
        }
        catch (SimulationException stuck)
        {
            return new(simulation, [stuck.Message]);
        }

        if (simulation.Failures.Count > 0)
        {
            return new(simulation, simulation.Failures);
        }

        var end = new Picture(simulation.Store);
        return new(simulation, [.. Invariants.SelectMany(invariant => invariant.Broken(simulation, end))]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Seed {Simulation.Seed} (USEROPS_SEED={Simulation.Seed} runs it alone); trace of {Simulation.Trace.Lines} lines, checksum {Simulation.Trace.Checksum:x16}
        {string.Join('\n', Broken)}
        {Simulation.Rates}
        Faults: {string.Join(", ", Simulation.Faults.Counts.Select(count => $"{count.Key} {count.Value}"))}
        The last steps:
        {Simulation.Trace}
        """);
}
