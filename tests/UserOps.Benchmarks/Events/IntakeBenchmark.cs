using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.LocalHost.Hosting;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Events;

/// <summary>HTTP intake, until everything is applied and visible, against <see cref="BareLoop"/>; in turns, in one run.</summary>
public static class IntakeBenchmark
{
    private const int Users = 10_000;
    private const int InFlight = 8;
    private const int WarmUp = 100;

    /// <param name="args">Batches a round (else 600), rounds (else 3).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var batches = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 600;
        var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 3;
        Console.WriteLine($"{batches} batches of {IntakeLoad.BatchEvents} events of {IntakeLoad.BatchUsers} users, {InFlight} requests in flight, {Users} users.");
        foreach (var orders in (int[])[1, IntakeLoad.BatchUsers])
        {
            var ratios = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var folder = Directory.CreateTempSubdirectory("userops-intake-").FullName;
                try
                {
                    var host = await HostAsync(Path.Combine(folder, "host"), batches, orders);
                    var bare = BareLoop.Run(Path.Combine(folder, "bare.db"), batches, Users, InFlight, eventBytes: 560);
                    ratios.Add(bare / host.Elapsed);
                    Console.WriteLine(
                        $"{orders,2} orders a batch: host {batches * 100 / host.Elapsed.TotalSeconds,8:N0} events/s ({host.PerTransaction:N1} writes a transaction), "
                        + $"bare loop {batches * 100 / bare.TotalSeconds,8:N0} events/s, ratio {bare / host.Elapsed:P0}");
                }
                finally
                {
                    Directory.Delete(folder, recursive: true);
                }
            }

            Console.WriteLine($"{orders,2} orders a batch: median ratio {ratios.Order().ElementAt(rounds / 2):P0}");
        }

        return 0;
    }

    private static async Task<(TimeSpan Elapsed, double PerTransaction)> HostAsync(string folder, int batches, int orders)
    {
        var opening = await LocalHostApp.OpenAsync(new() { DataFolder = folder, Urls = "http://127.0.0.1:0" }, CancellationToken.None);
        await using var host = ((Opening.Opened)opening).Host;
        await host.StartAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(host.Addresses.First()) };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("local-server:")));
        await SendAsync(host, client, new(WarmUp, Users, orders, "warm"));
        var database = host.Services.GetRequiredService<LocalDatabase>();
        var (jobs, transactions) = (database.Writer.Jobs, database.Writer.Transactions);
        var load = new IntakeLoad(batches, Users, orders, "run");
        var elapsed = await SendAsync(host, client, load);
        return (elapsed, (double)(database.Writer.Jobs - jobs) / (database.Writer.Transactions - transactions));
    }

    private static async Task<TimeSpan> SendAsync(OpenHost host, HttpClient client, IntakeLoad load)
    {
        var bodies = load.Bodies();
        var queue = host.Services.GetRequiredService<SqliteMessageQueue>();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < bodies.Count; i = Interlocked.Increment(ref next))
            {
                using var content = new ByteArrayContent(bodies[i]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var answer = await client.PostAsync(new Uri("/api/v1/batch", UriKind.Relative), content);
                answer.EnsureSuccessStatusCode();
            }
        })));
        while (queue.Depth > 0)
        {
            await Task.Delay(5);
        }

        return watch.Elapsed;
    }
}
