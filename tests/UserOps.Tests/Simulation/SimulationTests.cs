using Xunit.Abstractions;

namespace UserOps.Tests.Simulation;

/// <summary>Invariants under faults, seed by seed; which seeds says <see cref="SeedRange"/>. <c>USEROPS_SEED=17 USEROPS_TRACE=file</c> writes the whole trace of one.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_invariant_holds_under_every_seed()
    {
        var range = SeedRange.Asked();
        using var trace = range.IsOne && SeedRange.Setting("USEROPS_TRACE") is { } file ? new StreamWriter(file) : null;
        var sweep = new SeedSweep(range, threads: range.IsOne ? 1 : 2);
        sweep.Run(trace);
        output.WriteLine(range.IsOne ? sweep.Latest!.ToString() : sweep.ToString());

        // Past the test runner, which shows what a test wrote only when it fails.
        Console.WriteLine($"Simulator: {sweep}");
        Assert.True(sweep.Broken is null, sweep.Broken?.ToString());
        Assert.True(range.Enough is null || sweep.Done >= SeedRange.Least);
    }

    [Fact]
    public void A_seed_comes_to_the_same_step_by_step_every_time()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (one, other) = (Verdict.Of(seed).Simulation, Verdict.Of(seed).Simulation);
            Assert.Equal((one.Trace.Lines, one.Trace.Checksum, one.Now), (other.Trace.Lines, other.Trace.Checksum, other.Now));
        }
    }
}
