using System.Globalization;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Benchmarks.Segments;

/// <summary>Made-up customers, each with twenty events of the last seven months, always the same.</summary>
internal static class Shop
{
    public const int EventsEach = 20;
    public static readonly DateTimeOffset Opened = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The day whose end all events are before.</summary>
    public static readonly DateOnly LastDay = new(2026, 7, 29);

    private const int Days = 210;
    private const int Orders = 2;
    private const int Carts = 4;

    /// <summary>Some came a week ago, some have been away for months.</summary>
    public static IEnumerable<UserEvent> EventsOf(int customer)
    {
        var random = new Random(customer);
        var first = random.NextDouble() * (Days - 1);
        var stays = Math.Min(Days - first, 1 + (random.NextDouble() * 120));
        for (var i = 0; i < EventsEach; i++)
        {
            var at = Opened.AddDays(first + (random.NextDouble() * stays));
            var name = i < Orders ? "Order Updated" : i < Orders + Carts ? "Product Added" : "Product Viewed";
            yield return Event(customer, i, name, at) with { Order = i < Orders ? Order(customer, i, at, random.Next(500, 20_000)) : null };
        }
    }

    public static UserEvent Event(int customer, int number, string name, DateTimeOffset at) => new()
    {
        Source = "shop",
        DedupeKey = string.Create(CultureInfo.InvariantCulture, $"{customer}-{number}"),
        ContentHash = number,
        Type = EventType.Track,
        Name = name,
        OccurredAt = at,
        ReceivedAt = at,
        Identity = Named(customer),
    };

    public static Identity Named(int customer) => new() { UserId = string.Create(CultureInfo.InvariantCulture, $"c{customer}"), Trusted = true };

    private static OrderChange Order(int customer, int number, DateTimeOffset at, long minor) => new(
        new("shop", string.Create(CultureInfo.InvariantCulture, $"{customer}-{number}")),
        [new OrderFact.Placed { At = at }, new OrderFact.TotalAsOf { At = at, Total = new(minor, "USD") }]);
}
