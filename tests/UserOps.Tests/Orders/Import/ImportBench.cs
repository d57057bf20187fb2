using System.Text;
using NodaTime;
using UserOps.Application.Orders.Import;
using UserOps.Application.Settings;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Orders.Import;

/// <summary>An import into a recording apply; everything else is the real thing.</summary>
internal sealed class ImportBench
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public UserOpsSettings Settings { get; init; } = new()
    {
        Sources = new Dictionary<string, SourceSettings> { ["shop"] = new(SourceKind.Shopify, "secret") },
    };

    public DateTimeOffset Now { get; init; } = Morning;

    public RecordingApply Apply { get; init; } = new();

    public RecordingWatch Watch { get; } = new();

    public IEnumerable<UserEvent> Placed => Apply.Events.Where(e => e.Name == "Order Completed");

    public static ImportBench In(string zone, string currency = "USD") => new()
    {
        Settings = new() { Workspace = new() { Zone = DateTimeZoneProviders.Tzdb[zone], Currency = currency } },
    };

    public async Task<ImportReport> RunAsync(string csv, ImportOptions? options = null) =>
        Assert.IsType<ImportResult.Finished>(await TryAsync(csv, options)).Report;

    public async Task<string> RefusalAsync(string csv, ImportOptions? options = null) =>
        Assert.IsType<ImportResult.Refused>(await TryAsync(csv, options)).Reason;

    public Task<ImportResult> TryAsync(string csv, ImportOptions? options = null) =>
        TryAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), options);

    public Task<ImportResult> TryAsync(Stream file, ImportOptions? options = null, CancellationToken cancel = default) =>
        new ImportOrders(Settings, Apply, () => new SortInMemory(), new FixedClock(Now)).RunAsync(file, options ?? new(), Watch, cancel);

    public static Money Total(UserEvent e) => e.Order!.Facts.OfType<OrderFact.TotalAsOf>().Single().Total;

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
