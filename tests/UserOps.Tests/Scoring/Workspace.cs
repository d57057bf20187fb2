using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Scoring;

/// <summary>The application's scoring over tables in memory, with facts written as apply writes them.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, UserFacts> _facts = [];

    /// <param name="host">Adds what a host puts in the place of what is here.</param>
    public Workspace(UserOpsSettings? settings = null, Action<IServiceCollection>? host = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddUserOps(settings ?? new())
            .AddSingleton<ITableStore>(Tables)
            .AddSingleton<IMessageQueue>(new MemoryMessageQueue(Clock))
            .AddSingleton<IAcceptEvents>(Told)
            .AddSingleton<IUserDirectory>(Directory)
            .AddSingleton<TimeProvider>(Clock);
        host?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public MemoryTableStore Tables { get; } = new();

    public ToldEvents Told { get; } = new();

    public Directory Directory { get; } = new();

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    public DateOnly Today => DateOnly.FromDateTime(Clock.Now.UtcDateTime);

    public T Use<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<ScoringRun> ScoreAsync(DateOnly asOf) => Use<ScoreUsers>().RunAsync(asOf, null, default);

    public static PurchaseEntry Order(DateOnly day, long amountMinor) => new(Days.Of(day), Days.Of(day), 1, amountMinor);

    /// <summary>The whole order of an earlier day given back.</summary>
    public static PurchaseEntry Refund(DateOnly orderDay, DateOnly day, long amountMinor) => new(Days.Of(orderDay), Days.Of(day), -1, -amountMinor);

    public static string KeyOf(string customer) => "u~" + HashText.Of("test", customer);

    public void Seen(string customer, DateOnly since, params PurchaseEntry[] entries)
    {
        var key = KeyOf(customer);
        Directory.Ids[key] = customer;
        Put(new(key, 1, Days.Of(since), PurchaseHistory.Empty.Replace([], entries)));
    }

    public void Add(string customer, params PurchaseEntry[] entries)
    {
        var facts = _facts[KeyOf(customer)];
        Put(facts with { Rev = facts.Rev + 1, Purchases = facts.Purchases.Replace([], entries) });
    }

    public void Erase(string customer) =>
        Commit(KeyOf(customer), new Change.Delete { Key = FactRow.Key(KeyOf(customer)) });

    /// <summary>The published sample of the R package rfm: 995 customers.</summary>
    public void SeenPublishedOrders()
    {
        foreach (var orders in TestData.Csv("rfm-orders.csv").GroupBy(row => row[0]))
        {
            var entries = orders.Select(o => Order(DateOnly.Parse(o[1], CultureInfo.InvariantCulture), 100 * long.Parse(o[2], CultureInfo.InvariantCulture))).ToArray();
            Seen(orders.Key, Days.ToDate(entries.Min(e => e.OrderDay)), entries);
        }
    }

    /// <summary>Standing rows of users, without what differs from write to write.</summary>
    public IReadOnlyList<string> ScoreRows(string partitionPrefix = "b~") =>
    [
        .. Tables.Rows.Where(row => row.Partition.Value.StartsWith(partitionPrefix, StringComparison.Ordinal) && row.Key.Value.StartsWith(ScoreRow.Prefix, StringComparison.Ordinal))
            .Select(row => $"{row.Key} {string.Join(' ', row.Properties.Select(p => $"{p.Name}={p.Value}"))}"),
    ];

    public async Task<IReadOnlyList<string[]>> ExportAsync(DateOnly? asOf = null, bool everyone = false)
    {
        using var file = new MemoryStream();
        var run = await Use<FindScores>().RunAsync(asOf, default);
        await Use<ExportScores>().RunAsync(run!, file, everyone, default);
        return TestData.Csv(new StringReader(Encoding.UTF8.GetString(file.ToArray())));
    }

    public void Dispose() => _services.Dispose();

    private void Put(UserFacts facts)
    {
        _facts[facts.UserKey] = facts;
        Commit(facts.UserKey, new Change.Upsert(FactRow.Write(facts)) { Key = FactRow.Key(facts.UserKey) });
    }

    private void Commit(string userKey, Change change) =>
        Assert.IsType<CommitResult.Committed>(Tables.CommitAsync(FactRow.PartitionOf(userKey), [change], default).GetAwaiter().GetResult());
}
