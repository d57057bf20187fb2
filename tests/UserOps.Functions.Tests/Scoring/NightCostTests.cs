using System.Globalization;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Functions.Scoring;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;
using Xunit.Abstractions;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>
/// What a night asks of the table service: the first, which finds nobody scored; the second, in which one in fifty has ordered; the third, in which nothing happened but a
/// day that passed.
/// </summary>
public sealed class NightCostTests(ITestOutputHelper output)
{
    private static readonly DateOnly FirstDay = new(2026, 3, 1);

    [AzuriteFact]
    public async Task A_night_over_995_users_costs_no_more_than_promised()
    {
        var requests = new CountingPolicy();
        var clients = await AzuriteAccount.ClientsAsync(options => options.AddPolicy(requests, HttpPipelinePosition.PerRetry));
        var name = (await AzuriteAccount.TableAsync()).Name;

        await ThreeNightsAsync(new AzureTableStore(clients.Table(name)), 995, requests);
    }

    /// <summary>By hand over memory, since the emulator takes minutes for it; with <c>--long</c> over the emulator all the same.</summary>
    [AzuriteFact]
    public async Task A_night_over_100000_users_costs_no_more_than_promised()
    {
        if (Environment.GetEnvironmentVariable("USEROPS_LONG") is null)
        {
            await ThreeNightsAsync(new MemoryTableStore(), 100_000, null);
            return;
        }

        var requests = new CountingPolicy();
        var clients = await AzuriteAccount.ClientsAsync(options => options.AddPolicy(requests, HttpPipelinePosition.PerRetry));
        var name = (await AzuriteAccount.TableAsync()).Name;
        await ThreeNightsAsync(new AzureTableStore(clients.Table(name)), 100_000, requests);
    }

    private async Task ThreeNightsAsync(ITableStore store, int users, CountingPolicy? requests)
    {
        var random = new Random(users);
        var facts = Enumerable.Range(0, users).Select(i => Facts(random, i)).ToArray();
        await WriteAsync(store, facts);
        output.WriteLine("night     users  page reads  at most  users changed  batches  at most  outbox  row reads  other commits  operations  a user");
        for (var night = 0; night < 3; night++)
        {
            if (night == 1)
            {
                await WriteAsync(store, [.. facts.Where((_, i) => i % 50 == 0).Select(fact => Ordered(fact, FirstDay.AddDays(1)))]);
            }

            requests?.Reset();
            var traffic = new StoreTraffic(store);
            await ScoreAsync(traffic, FirstDay.AddDays(night));

            var mostPages = (4 * ((users + 999) / 1_000)) + (4 * Buckets.Count);
            var mostBatches = traffic.Scored.Sum(bucket => (bucket.Users + 49) / 50);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{night + 1,-6}{users,9}{traffic.Pages,12}{mostPages,9}{traffic.Scored.Sum(b => b.Users),15}{traffic.Scored.Sum(b => b.Batches),9}{mostBatches,9}"
                + $"{traffic.Told,8}{traffic.Reads,11}{traffic.Others,15}{traffic.Operations,12}{(double)traffic.Operations / users,8:0.000}"));
            Assert.InRange(traffic.Pages, 1, mostPages);
            Assert.All(traffic.Scored, bucket => Assert.InRange(bucket.Batches, 1, (bucket.Users + 49) / 50));
            Assert.Equal(requests?.Counts.OfTables ?? traffic.Operations, traffic.Operations);
        }
    }

    private static async Task ScoreAsync(ITableStore store, DateOnly asOf)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
        var hints = new MemoryMessageQueue(clock);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddUserOps(new())
            .AddSingleton(store)
            .AddSingleton<IMessageQueue>(new MemoryMessageQueue(clock))
            .AddSingleton<TimeProvider>(clock)
            .AddDurableScoring(hints)
            .BuildServiceProvider();
        var hub = new OrchestrationHost(clock).AddFunctions(typeof(NightlyScoring).Assembly, services);
        await services.GetRequiredService<RequestRun>().RunAsync(asOf, default);
        await services.GetRequiredService<StartWantedRuns>().RunAsync(new HostClient(hub), default);
        await hub.RunAsync();
        Assert.Equal(RunStatus.Done, (await services.GetRequiredService<RunRows>().GetAsync(asOf, default)).Status);
    }

    private static UserFacts Facts(Random random, int user)
    {
        var days = Enumerable.Range(0, random.Next(1, 9)).Select(_ => FirstDay.AddDays(-random.Next(0, 900))).ToArray();
        return new(
            UserKeys.Prefix + HashText.Of("cost", $"{user}"),
            1,
            Days.Of(days.Min()),
            PurchaseHistory.Empty.Replace([], days.Select(day => new PurchaseEntry(Days.Of(day), Days.Of(day), 1, random.Next(500, 50_000)))));
    }

    private static UserFacts Ordered(UserFacts facts, DateOnly day) => facts with
    {
        Rev = facts.Rev + 1,
        Purchases = facts.Purchases.Replace([], [new PurchaseEntry(Days.Of(day), Days.Of(day), 1, 4_200)]),
    };

    private static async Task WriteAsync(ITableStore store, IEnumerable<UserFacts> facts)
    {
        foreach (var batch in facts.GroupBy(fact => FactRow.PartitionOf(fact.UserKey)).SelectMany(bucket => bucket.Chunk(TableLimits.BatchChanges)))
        {
            await store.CommitAsync(
                FactRow.PartitionOf(batch[0].UserKey),
                [.. batch.Select(fact => new Change.Upsert(FactRow.Write(fact)) { Key = FactRow.Key(fact.UserKey) })],
                default);
        }
    }
}
