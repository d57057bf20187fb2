using System.Text;
using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Orders.Import;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Tests.Orders.Import;

namespace UserOps.Tests.Recommendations;

/// <summary>A shop whose orders tell their lines, and its nights.</summary>
internal sealed class Shop
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(Said.Start.UtcDateTime).AddDays(30);

    public ManualClock Clock { get; } = new(Said.Start.AddDays(31));

    public World World { get; }

    public Shop() => World = new(clock: Clock);

    public static UserEvent Order(string key, string customer, double day, params string[] products) =>
        Said.Order(key, Said.User(customer), key, day, Said.Placed(day), Said.Total(day, 1000)) with
        {
            Name = "Order Completed",
            Properties = Properties([.. products.Select(id => (object)new { product_id = id, name = "The " + id, price = 9.5m })]),
        };

    public static JsonElement Properties(params object[] lines) => JsonSerializer.SerializeToElement(new { currency = "USD", products = lines });

    /// <summary>Four who bought tea and cup, of whom three also a pot; five who bought a chair.</summary>
    public static IReadOnlyList<UserEvent> Orders { get; } =
    [
        .. Enumerable.Range(1, 3).Select(i => Order($"t{i}", $"t{i}", i, "tea", "cup", "pot")),
        Order("t4", "t4", 4, "tea", "cup"),
        .. Enumerable.Range(1, 5).Select(i => Order($"c{i}", $"c{i}", i, "chair")),
        Order("new", "new", 5, "cup"),
    ];

    public async Task<ImportReport> ImportAsync(string csv)
    {
        var import = new ImportOrders(new UserOpsSettings(), World.Get<IApplyEvents>(), () => new SortInMemory(), Clock);
        return Assert.IsType<ImportResult.Finished>(await import.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), new(), new RecordingWatch(), default)).Report;
    }

    public async Task NightAsync(DateOnly? day = null)
    {
        await World.Get<ScoreUsers>().RunAsync(day ?? Day, null, default);
        await World.Get<RefreshRecommendations>().RunAsync(default);
    }

    public async Task<Recommended> ForAsync(string customer, int most = 10, bool named = false) =>
        await World.Get<ReadRecommendations>().ForUserAsync((await World.Get<NamedUser>().RunAsync(customer, default))!, most, default, named);

    /// <summary>As <c>tea&lt;cup</c>, what is popular as <c>chair</c>.</summary>
    public async Task<string> TextAsync(string customer, int most = 10) => Text(await ForAsync(customer, most));

    public static string Text(Recommended recommended) =>
        string.Join(' ', recommended.Items.Select(item => item.Because is { } bought ? $"{item.Product.Id}<{bought.Id}" : item.Product.Id));
}
