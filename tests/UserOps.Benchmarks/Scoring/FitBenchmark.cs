using System.Diagnostics;
using System.Globalization;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Benchmarks.Scoring;

/// <summary>
/// The BG/NBD fit on the CDNOW sample against SciPy's Nelder-Mead on the same likelihood and the same grouped rows; and on 1,000,000 customers against 10,000, with what
/// grouping costs in precision against the fit on all cells.
/// </summary>
internal static class FitBenchmark
{
    private const int Repetitions = 21;
    private const double WantedRatio = 20, WantedGrowth = 10;
    private static readonly BgNbd Truth = new(0.243, 13.242, 0.793, 2.426);
    private static readonly GammaGamma TruthOfValues = new(6.25, 3.74, 1_544);

    public static async Task<int> RunAsync(string[] args)
    {
        var good = await AgainstSciPyAsync();
        return GrowingShop() && good ? 0 : 1;
    }

    private static async Task<bool> AgainstSciPyAsync()
    {
        var cells = CellsOf(CdnowSample.Calibration(), Cells.Most);
        var fit = FitModels.BgNbd(cells);
        var ours = Measure(() => FitModels.BgNbd(cells));
        Console.WriteLine($"CDNOW, {fit.Customers:N0} customers in {cells.Rhythm.Count:N0} cells, median (and best) of {Repetitions}: {fit.Model}");
        Console.WriteLine($"UserOps  {ours.Median,9:F2} ({ours.Best:F2}) ms");
        var folder = Directory.CreateTempSubdirectory("userops-fit-");
        try
        {
            await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "rows.csv"), cells.Rhythm.InOrder.Select(cell => string.Create(
                CultureInfo.InvariantCulture, $"{cell.Count},{cell.First / cell.Count},{RepeatCells.RecencyDays(cell) / cell.Count / 7.0:R},{cell.Third / cell.Count / 7.0:R}")));
            var peer = new Peer("SciPy", "/usr/bin/python3", "bgnbd_scipy.py", "Debian: apt-get install python3-scipy");
            if (await peer.RunAsync(folder.FullName, Repetitions) is not { } theirs)
            {
                return false;
            }

            var found = (await File.ReadAllLinesAsync(peer.ScoresIn(folder.FullName))).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToArray();
            var ratio = theirs.Median / ours.Median;
            Console.WriteLine($"SciPy    {theirs.Median,9:F2} ({theirs.Best:F2}) ms   {ratio:F1} times ours (wanted {WantedRatio:F0})   log-likelihood {found[4]:F4}, ours {fit.LogLikelihood:F4}");
            return ratio >= WantedRatio && Math.Abs(found[4] - fit.LogLikelihood!.Value) < 0.01;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool GrowingShop()
    {
        double first = 0;
        foreach (var count in (int[])[10_000, 100_000, 1_000_000])
        {
            var customers = SyntheticCustomers.Draw(count, Truth, TruthOfValues, seed: 2005);
            var cells = CellsOf(customers, Cells.Most);
            var time = Measure(() => (FitModels.BgNbd(cells), FitModels.GammaGamma(cells)));
            var (grouped, exact) = (FitModels.BgNbd(cells), FitModels.BgNbd(CellsOf(customers, int.MaxValue)));
            var (values, exactValues) = (FitModels.GammaGamma(cells), FitModels.GammaGamma(CellsOf(customers, int.MaxValue)));
            first = first == 0 ? time.Median : first;
            Console.WriteLine($"{count,9:N0} customers: {time.Median:F2} ({time.Best:F2}) ms for both models, {time.Median / first:F1} times 10,000 (wanted at most {WantedGrowth:F0}); {cells.Rhythm.Count:N0} and {cells.Spending.Count:N0} cells of {cells.Rhythm.Bits} and {cells.Spending.Bits} bits");
            Console.WriteLine($"          grouped {grouped.Model} {values.Model}");
            Console.WriteLine($"          exact   {exact.Model} {exactValues.Model}");
            if (time.Median / first > WantedGrowth)
            {
                return false;
            }
        }

        return true;
    }

    private static RepeatCells CellsOf(IEnumerable<RepeatSummary> customers, int limit)
    {
        var cells = new RepeatCells(limit);
        foreach (var customer in customers)
        {
            cells.Add(customer);
        }

        return cells;
    }

    private static Times Measure(Func<object> run)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(2);)
        {
            run();
        }

        var times = new double[Repetitions];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new(times[times.Length / 2], times[0]);
    }
}
