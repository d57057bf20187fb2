using System.Diagnostics;
using System.Globalization;
using UserOps.Application.Storage;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Storage;

/// <summary>The local store against a bare loop, alternating in one run so that a busy machine slows both alike; then its single figures.</summary>
public static class StorageBenchmark
{
    private const int Rounds = 3;
    private const int Batches = 400;
    private const int Senders = 16;

    /// <summary>Takes no arguments.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var bare = await WithFolderAsync(folder => Task.FromResult(BareLoop.Run(Path.Combine(folder.Folder, "bare.db"), new(round), Batches)));
            var ported = await WithDatabaseAsync(database => new PortLoop(database, new(round)).RunAsync(Batches, Senders));
            ratios.Add(ported / bare);
            Print($"bare loop {bare:N0} events/s, through the ports {ported:N0} events/s, ratio {ported / bare:0.00}");
        }

        Print($"median ratio {ratios.Order().ElementAt(Rounds / 2):0.00}");
        await WithDatabaseAsync(SingleFiguresAsync);
        return 0;
    }

    private static async Task<double> SingleFiguresAsync(LocalDatabase database)
    {
        var store = new SqliteTableStore(database);
        var body = new byte[300];
        var watch = Stopwatch.StartNew();
        const int Commits = 1_000;
        await Parallel.ForAsync(0, Commits, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (i, cancel) => await store.CommitAsync(
            $"u~{i:d9}",
            [.. Enumerable.Range(0, 100).Select(n => new Change.Insert(Properties.Owning([new("b0", body)])) { Key = $"e~{n:d3}" })],
            cancel));
        Print($"commits of 100 changes: {Commits / watch.Elapsed.TotalSeconds:N0}/s, {database.Commits / (double)database.Transactions:0.0} to a transaction");

        watch.Restart();
        for (var i = 0; i < 300; i++)
        {
            await store.CommitAsync("lone", [new Change.Upsert(Properties.Owning([new("b0", body)])) { Key = "p" }], default);
        }

        Print($"lone commit: {watch.Elapsed.TotalMicroseconds / 300:N0} µs");

        watch.Restart();
        const int Reads = 200_000;
        Parallel.For(0, Reads, i => store.GetAsync($"u~{i * 7 % Commits:d9}", $"e~{i % 100:d3}", default).GetAwaiter().GetResult());
        Print($"point reads: {Reads / watch.Elapsed.TotalSeconds:N0}/s on {Environment.ProcessorCount} cores");

        watch.Restart();
        var rows = 0;
        for (var i = 0; i < Commits; i++)
        {
            rows += (await store.QueryAsync(new($"u~{i:d9}"), default)).Rows.Count;
        }

        Print($"rows in ranges of 100: {rows / watch.Elapsed.TotalSeconds:N0}/s on one core");
        return rows;
    }

    private static Task<double> WithDatabaseAsync(Func<LocalDatabase, Task<double>> run) => WithFolderAsync(async folder =>
    {
        using var database = LocalDatabase.Open(folder);
        return await run(database);
    });

    private static async Task<double> WithFolderAsync(Func<DataFolder, Task<double>> run)
    {
        var path = Directory.CreateTempSubdirectory("userops-bench-");
        try
        {
            using var folder = DataFolder.Open(path.FullName);
            return await run(folder);
        }
        finally
        {
            path.Delete(recursive: true);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
