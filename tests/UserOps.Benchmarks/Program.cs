using UserOps.Benchmarks.Events;
using UserOps.Benchmarks.Journeys;
using UserOps.Benchmarks.Orders;
using UserOps.Benchmarks.Recommendations;
using UserOps.Benchmarks.Scoring;
using UserOps.Benchmarks.Segments;
using UserOps.Benchmarks.Storage;

Dictionary<string, Func<string[], Task<int>>> benchmarks = new()
{
    ["rfm"] = RfmBenchmark.RunAsync,
    ["fit"] = FitBenchmark.RunAsync,
    ["intake"] = IntakeBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["recommend"] = RecommendBenchmark.RunAsync,
    ["simulation"] = SimulationBenchmark.RunAsync,
    ["storage"] = StorageBenchmark.RunAsync,
    ["alarms"] = AlarmBenchmark.RunAsync,
    ["segments"] = SegmentBenchmark.RunAsync,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var benchmark))
{
    return await benchmark(args[1..]);
}

Console.Error.WriteLine($"Which one? {string.Join(", ", benchmarks.Keys)}");
return 2;
