using System.Diagnostics;

namespace UserOps.Benchmarks.Scoring;

/// <summary>
/// RFM scores of 1,000,000 users from arrays in memory, against NumPy (quantile, searchsorted) and DuckDB (quantile_cont, CASE) on the same rows.
/// Every one is warmed, times only its computing, and must give every row the same scores.
/// </summary>
internal static class RfmBenchmark
{
    private const int Users = 1_000_000;
    private const int Repetitions = 31;

    /// <summary>One repetition is so many runs, so that it takes about as long as a peer's one and suffers as much from whatever else the machine does.</summary>
    private const int RunsARepetition = 25;

    private static readonly (Peer Peer, double Target)[] Peers =
    [
        (new("NumPy", "/usr/bin/python3", "rfm_numpy.py", "Debian: apt-get install python3-numpy"), 10),
        (new("DuckDB", "node", "rfm_duckdb.mjs", "npm install in tests/UserOps.Benchmarks/peers"), 30),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = RfmRows.Generate(Users, seed: 20061231);
        var folder = Directory.CreateTempSubdirectory("userops-rfm-");
        try
        {
            await rows.WriteAsync(folder.FullName);
            var codes = new byte[rows.Count];
            var ours = Measure(() => Kernel.Run(rows, codes, Environment.ProcessorCount));
            Console.WriteLine($"{Users:N0} users, {Environment.ProcessorCount} processors, median (and best) of {Repetitions}");
            Console.WriteLine($"{"UserOps",-8} {ours.Median,9:F2} ({ours.Best:F2}) ms");
            var good = true;
            foreach (var (peer, target) in Peers)
            {
                good &= await CompareAsync(peer, target, folder.FullName, codes, ours);
            }

            return good ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(Peer peer, double target, string folder, byte[] codes, Times ours)
    {
        if (await peer.RunAsync(folder, Repetitions) is not { } theirs)
        {
            return false;
        }

        var scores = await File.ReadAllBytesAsync(peer.ScoresIn(folder));
        var different = scores.Length == codes.Length ? codes.Zip(scores).Count(pair => pair.First != pair.Second) : codes.Length;
        Console.WriteLine($"{peer.Name,-8} {theirs.Median,9:F2} ({theirs.Best:F2}) ms   {theirs.Median / ours.Median,6:F1} times ours (wanted {target:F0})   {different} of {codes.Length:N0} rows differ");
        return different == 0 && theirs.Median / ours.Median >= target;
    }

    private static Times Measure(Action run)
    {
        // Long enough for the runtime to have replaced its first, unoptimised code.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(2);)
        {
            run();
        }

        var times = new double[Repetitions];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var again = 0; again < RunsARepetition; again++)
            {
                run();
            }

            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / RunsARepetition;
        }

        Array.Sort(times);
        return new(times[times.Length / 2], times[0]);
    }
}
