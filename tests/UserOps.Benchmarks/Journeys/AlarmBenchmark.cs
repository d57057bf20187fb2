using System.Globalization;

namespace UserOps.Benchmarks.Journeys;

/// <summary>
/// A thousand runs that come due among 1,000, 10,000 and 100,000 that wait, in a file: how fast they are taken on, each by a tag and into the next wait, and what the waiting
/// ones cost in memory. Sizes take turns, so that a busy machine slows all alike.
/// </summary>
public static class AlarmBenchmark
{
    private const int Due = 1_000;
    private const int Rounds = 5;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Takes no arguments.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var rates = Sizes.ToDictionary(size => size, _ => new List<double>());
        var memory = new Dictionary<int, double>();
        var places = new List<WaitingRuns>();
        try
        {
            // What a process loads once is no waiting run's.
            using (var warm = await WaitingRuns.OpenAsync(10, Start))
            {
                await warm.HandleDueAsync(10, 0);
            }

            foreach (var size in Sizes)
            {
                var before = Memory();
                var waiting = await WaitingRuns.OpenAsync(size, Start);
                places.Add(waiting);
                memory[size] = Math.Max(0, Memory() - before) / (double)size;
            }

            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var waiting in places)
                {
                    var rate = await waiting.HandleDueAsync(Due, round);
                    if (round > 0)
                    {
                        rates[waiting.Waiting].Add(rate);
                    }
                }
            }
        }
        finally
        {
            places.ForEach(place => place.Dispose());
        }

        var first = Median(rates[Sizes[0]]);
        Print($"waiting      due  handled/s  ratio  managed bytes a waiting run");
        foreach (var size in Sizes)
        {
            Print($"{size,7:N0}  {Due,7:N0}  {Median(rates[size]),9:N0}  {Median(rates[size]) / first,5:0.00}  {memory[size],10:N0}");
        }

        return 0;
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
