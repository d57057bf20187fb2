using System.Globalization;
using Xunit.Abstractions;

namespace UserOps.Tests.Simulation;

/// <summary>Invariants under faults, seed by seed. <c>USEROPS_SEEDS=20000</c> runs more seeds, <c>USEROPS_SEED=17</c> that one alone and <c>USEROPS_TRACE=file</c> writes its whole trace.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Few = 20;

    [Fact]
    public void Every_invariant_holds_under_every_seed()
    {
        var only = Number("USEROPS_SEED");
        var first = only ?? 0;
        var count = only is null ? Number("USEROPS_SEEDS") ?? Few : 1;
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        long steps = 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var trace = only is not null && Environment.GetEnvironmentVariable("USEROPS_TRACE") is { Length: > 0 } file ? new StreamWriter(file) : null;
        for (var seed = first; seed < first + count; seed++)
        {
            var verdict = Verdict.Of(seed, new() { TraceTo = trace });
            Assert.True(verdict.Broken.Count == 0, verdict.ToString());
            steps += verdict.Simulation.Scheduler.Steps;
            foreach (var (kind, times) in verdict.Simulation.Faults.Counts)
            {
                faults[kind] = faults.GetValueOrDefault(kind) + times;
            }

            if (only is not null)
            {
                output.WriteLine(verdict.ToString());
            }
        }

        output.WriteLine($"{count} seeds, {steps} steps, {watch.Elapsed.TotalSeconds:F1} s; {string.Join(", ", faults.Select(f => $"{f.Key} {f.Value}"))}");
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

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
