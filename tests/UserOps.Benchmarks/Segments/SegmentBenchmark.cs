using System.Diagnostics;
using System.Globalization;

namespace UserOps.Benchmarks.Segments;

/// <summary>
/// What a night does where segments have a 90-day window, a sequence and another segment in them: whom it looks at, and what memory that takes at 10,000, 100,000 and 1,000,000 customers with
/// twenty events each.
/// </summary>
public static class SegmentBenchmark
{
    /// <param name="args">Numbers of customers; none: all three sizes. The largest takes 20 GB of disk and about an hour.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["build", var path, var customers]:
                await PublishedNight.BuildAsync(path, int.Parse(customers, CultureInfo.InvariantCulture));
                return 0;
            case ["night", var path]:
                await PublishedNight.NightAsync(path);
                return 0;
        }

        foreach (var customers in args is [] ? ["10000", "100000", "1000000"] : args)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{int.Parse(customers, CultureInfo.InvariantCulture):N0} customers"));
            var folder = Directory.CreateTempSubdirectory("userops-segments-").FullName;
            try
            {
                await OwnProcessAsync("build", folder, customers);
                await OwnProcessAsync("night", folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task OwnProcessAsync(params string[] step)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "segments", .. step]))!;
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.Delay(100);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {step[0]}: peak {peak / 1024 / 1024:N0} MB"));
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The step {step[0]} failed.");
        }
    }
}
