using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Scoring;
using UserOps.LocalHost.Hosting;

namespace UserOps.Benchmarks.Orders;

/// <summary>
/// Imports files of growing size with the program itself, each in a process of its own whose peak memory is watched; then scores the last one twice: the second run
/// must write no user row.
/// </summary>
public static class ImportBenchmark
{
    private const int OrdersPerCustomer = 5;

    /// <param name="args">Rows of the largest file (else 1,000,000).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var largest = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("userops-import-").FullName;
        try
        {
            foreach (var rows in (int[])[largest / 8, largest / 4, largest / 2, largest])
            {
                var file = Path.Combine(folder, $"{rows}.csv");
                await WriteAsync(file, rows);
                var (elapsed, peak) = await ImportAsync(file, Path.Combine(folder, $"{rows}"));
                Console.WriteLine($"{rows,9:N0} orders: {elapsed.TotalSeconds,7:N1} s, {elapsed.TotalMicroseconds / rows,5:N0} µs an order, peak {peak / 1024 / 1024,4:N0} MB");
            }

            await ScoreTwiceAsync(Path.Combine(folder, $"{largest}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(string path, int rows)
    {
        var random = new Random(1);
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("order_id,customer_id,ordered_at,amount");
        for (var i = 0; i < rows; i++)
        {
            var day = new DateOnly(2024, 1, 1).AddDays(random.Next(700));
            await file.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"o{i},c{random.Next(rows / OrdersPerCustomer)},{day:yyyy-MM-dd},{random.Next(100, 20_000) / 100m:F2}"));
        }
    }

    private static async Task<(TimeSpan Elapsed, long Peak)> ImportAsync(string file, string data)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "userops.dll");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", file, "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.Delay(100);
        }

        return process.ExitCode == 0 ? (watch.Elapsed, peak) : throw new InvalidOperationException(string.Join('\n', await output));
    }

    private static async Task ScoreTwiceAsync(string data)
    {
        await using var host = ((Opening.Opened)await LocalHostApp.OpenAsync(new() { DataFolder = data, Workers = false }, CancellationToken.None)).Host;
        foreach (var attempt in (string[])["first", "second, on unchanged data"])
        {
            await host.Services.GetRequiredService<RequestRun>().RunAsync(new DateOnly(2025, 12, 31), CancellationToken.None);
            var watch = Stopwatch.StartNew();
            var run = await host.Services.GetRequiredService<ScoreUsers>().RunAsync(new DateOnly(2025, 12, 31), null, CancellationToken.None);
            Console.WriteLine($"scoring, {attempt}: {run.Tally!.Users:N0} users in {watch.Elapsed.TotalSeconds:N1} s, {run.Tally.RowsWritten:N0} user rows written");
        }
    }
}
