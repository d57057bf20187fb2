using System.Text.Json;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests;

/// <summary>Events for tests, in few words.</summary>
public static class Said
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static Identity User(string id, string? anonymous = null, string? email = null) =>
        new() { UserId = id, AnonymousId = anonymous, Email = email, Trusted = true };

    public static Identity Customer(string id, string? email = null) => new() { CustomerId = new("shop", id), Email = email, Trusted = true };

    public static Identity Guest(string email) => new() { Email = email, Trusted = true };

    public static Identity Visitor(string anonymous, string? email = null) => new() { AnonymousId = anonymous, Email = email };

    public static UserEvent Track(string key, Identity who, double day = 0, string name = "Product Viewed") => new()
    {
        Source = "test",
        DedupeKey = key,
        ContentHash = HashText.Short(System.Text.Encoding.UTF8.GetBytes(key + name)),
        Type = EventType.Track,
        Name = name,
        OccurredAt = Start.AddDays(day),
        ReceivedAt = Start.AddDays(day),
        Identity = who,
    };

    public static UserEvent Identify(string key, Identity who, double day = 0, params (string Name, string Value)[] traits) =>
        Track(key, who, day, "Identify") with
        {
            Type = EventType.Identify,
            Traits = traits.ToDictionary(t => t.Name, t => JsonSerializer.SerializeToElement(t.Value)),
        };

    public static UserEvent Tagged(string key, Identity who, double day, params (string Name, bool On)[] tags) =>
        Track(key, who, day, "Tags Changed") with { Tags = tags.ToDictionary(t => t.Name, t => t.On) };

    public static UserEvent Alias(string key, string previousId, Identity who, double day = 0) =>
        Track(key, who, day, "Alias") with { Type = EventType.Alias, PreviousId = previousId };

    public static UserEvent Order(string key, Identity who, string order, double day, params OrderFact[] facts) =>
        Track(key, who, day, "Order Updated") with { Order = new(new("shop", order), facts) };

    public static OrderFact Placed(double day) => new OrderFact.Placed { At = Start.AddDays(day) };

    public static OrderFact Total(double day, long minor, string currency = "USD") =>
        new OrderFact.TotalAsOf { At = Start.AddDays(day), Total = new(minor, currency) };

    public static OrderFact Cancelled(double day) => new OrderFact.Cancelled { At = Start.AddDays(day) };

    public static OrderFact Refunded(string id, double day, long minor) =>
        new OrderFact.Refunded { RefundId = id, At = Start.AddDays(day), Amount = new Money(minor, "USD") };
}
