using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Simulation;

/// <summary>What one person does: visits before and after signing up, orders and refunds, another name, consent given and withdrawn.</summary>
internal sealed class Story(Person person, Random random, Func<DateTimeOffset> moment)
{
    private static readonly string[] Cities = ["Ulm", "Bonn", "Köln", "Xi'an"];
    private int _told;

    public IEnumerable<UserEvent> Events()
    {
        for (var i = person.Visits ? random.Next(3) : 0; i > 0; i--)
        {
            yield return Track(Said.Visitor(person.Browser), "Product Viewed");
        }

        var signedUp = Track(person.User, "Signed Up");
        yield return signedUp;
        yield return signedUp with
        {
            DedupeKey = Key(),
            Type = EventType.Identify,
            Name = "Identify",
            Traits = Json(("timezone", person.Zone), ("email", person.Mail), ("name", person.Id), ("city", Cities[random.Next(4)])),
        };
        for (var i = random.Next(3); i > 0; i--)
        {
            yield return Track(person.User, "Identify") with { Type = EventType.Identify, Traits = Json(("city", Cities[random.Next(4)])) };
        }

        UserEvent[][] more = [Purchase(), Shop(), Consent(), Renamed(), Tags(), Parcel()];
        foreach (var said in more.SelectMany(events => events))
        {
            yield return said;
        }
    }

    private UserEvent[] Purchase()
    {
        var started = Track(Said.User(person.Id), "Checkout Started");
        return random.Next(3) switch
        {
            0 => [],
            1 => [started],
            _ => [started, Track(Said.User(person.Id), "Order Completed")],
        };
    }

    private UserEvent[] Shop()
    {
        if (!person.Shops || random.Next(2) == 0)
        {
            return [];
        }

        var order = $"o-{person.Id}";
        var placed = Track(random.Next(2) == 0 ? Said.Guest(person.Mail) : Said.Customer($"c{person.Id}", person.Mail), "Order Updated");
        var at = placed.OccurredAt;
        UserEvent[] events =
        [
            placed with { Order = new(new("shop", order), [new OrderFact.Placed { At = at }, new OrderFact.TotalAsOf { At = at, Total = new(random.Next(1, 90) * 100, "USD") }]) },
        ];
        return random.Next(2) == 0
            ? events
            : [.. events, Track(new() { Trusted = true }, "Order Updated") with { Order = new(new("shop", order), [new OrderFact.Refunded { RefundId = "r", At = at.AddHours(1), Amount = new Money(100, "USD") }]) }];
    }

    private UserEvent[] Consent()
    {
        var unsubscribed = Track(Said.User(person.Id), ConsentFold.Unsubscribed);
        var changed = Track(Said.User(person.Id), ConsentFold.ConsentChanged) with
        {
            Properties = JsonSerializer.SerializeToElement(
                new { state = random.Next(2) == 0 ? "granted" : "denied", channel = "email", purpose = "marketing", by = "person" }),
        };
        return random.Next(6) switch
        {
            0 => [unsubscribed],
            1 => [changed],
            2 => [unsubscribed, changed],
            _ => [],
        };
    }

    private UserEvent[] Renamed()
    {
        if (random.Next(10) != 0)
        {
            return [];
        }

        var name = Said.User($"{person.Id}-new");
        return [Track(name, "Alias") with { Type = EventType.Alias, PreviousId = person.Id }, Track(name, "Product Viewed")];
    }

    private UserEvent[] Tags() => random.Next(4) != 0
        ? []
        : [Track(person.User, "Tags Changed") with { Tags = new Dictionary<string, bool> { ["vip"] = random.Next(2) == 0, ["trial"] = true } }];

    /// <summary>Larger than a queue message.</summary>
    private UserEvent[] Parcel() => random.Next(200) != 0
        ? []
        : [Track(person.User, "Parcel Packed") with { Properties = JsonSerializer.SerializeToElement(new { list = new string('x', 50_000) }) }];

    private UserEvent Track(Identity who, string name)
    {
        var at = moment();
        return Said.Track(Key(), who, 0, name) with { OccurredAt = at, ReceivedAt = at };
    }

    private string Key() => $"{person.Id}-{++_told}";

    private static Dictionary<string, JsonElement> Json(params (string Name, string Value)[] traits) =>
        traits.ToDictionary(t => t.Name, t => JsonSerializer.SerializeToElement(t.Value));
}
