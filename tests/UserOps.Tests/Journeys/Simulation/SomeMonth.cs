using System.Text.Json;
using NodaTime;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Settings;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Journeys.Simulation;

/// <summary>A shop's March, with people in zones that change to summer time in it and others, and what came before.</summary>
internal static class SomeMonth
{
    public static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing happened before, but what the clock of <see cref="Running.Trip"/> begins with.</summary>
    private static readonly DateTimeOffset Before = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);

    public const string Journey = """
        {
          "key": "onboarding", "name": "Onboarding", "holdOut": 10, "tooLate": "PT12H", "reEntry": { "after": "P10D" },
          "entry": { "event": "Signed Up", "where": { "field": "event.plan", "op": "in", "value": ["pro", "basic"] } },
          "audience": { "not": { "field": "tag", "op": "has", "value": "staff" } },
          "exit": { "event": "Account Closed", "times": { "atLeast": 1 }, "within": "P30D" },
          "steps": [
            { "id": "welcome", "type": "send", "channel": "email", "template": "welcome" },
            { "id": "newcomer", "type": "tag", "add": ["newcomer"] },
            { "id": "others", "type": "startJourney", "journey": "birthday" },
            { "id": "first-order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P3D", "onTimeout": "morning" },
            { "id": "thanks", "type": "send", "channel": "email", "template": "thanks", "purpose": "transactional" },
            { "id": "points", "type": "grant", "points": 100 },
            { "id": "bought", "type": "exit", "reason": "bought" },
            { "id": "morning", "type": "wait", "until": { "time": "09:00", "weekdays": ["tuesday", "wednesday", "thursday"] } },
            { "id": "value", "type": "branch", "cases": [ { "if": { "field": "orders.amount", "op": "atLeast", "value": 100 }, "then": "words" } ] },
            { "id": "offer", "type": "split", "arms": [ { "name": "tip", "weight": 1, "then": "tip" }, { "name": "words", "weight": 2, "then": "words" } ] },
            { "id": "tip", "type": "send", "channel": "inbox", "template": "tip" },
            { "id": "words", "type": "send", "channel": "first-that-reaches", "channels": ["email", "inbox"], "template": "welcome" },
            { "id": "again", "type": "send", "channel": "email", "template": "welcome" },
            { "id": "week", "type": "waitForEvent", "event": "Order Completed", "where": { "field": "event.total", "op": "atLeast", "value": 30 }, "timeout": "P1W", "onTimeout": "end", "next": "thanks" }
          ]
        }
        """;

    public const string Started = """
        { "key": "birthday", "name": "Birthday", "entry": { "event": "Signed Up" }, "steps": [
          { "id": "day", "type": "wait", "until": { "date": "birthday", "yearly": true } }, { "id": "wish", "type": "send", "channel": "inbox", "template": "tip" } ] }
        """;

    public static UserOpsSettings Settings { get; } = new()
    {
        Workspace = new() { Currency = "USD", Name = "Shop" },
        Sending = new() { PublicUrl = new("https://shop.example/") },
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules>
            {
                [MessageNames.Email] = new() { CostMinor = 0.05m, Cap = new(Day: 1, Week: 3), Quiet = new(new LocalTime(20, 0), new LocalTime(10, 0)) },
                [MessageNames.Inbox] = new(),
            },
            Cap = new(Day: 2),
        },
    };

    public static IReadOnlyList<(string Key, TemplateContent Content)> Templates { get; } =
    [
        ("welcome", Mail("Hello {{trait.name}}", MessageNames.Marketing)),
        ("thanks", Mail("Thank you", MessageNames.Transactional)),
        ("tip", new()
        {
            Channel = ChannelKind.Inbox,
            Purpose = MessageNames.Marketing,
            DefaultLanguage = "en",
            Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Title = "A tip", Body = "Look around." } },
        }),
    ];

    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Asia/Kathmandu", ""];

    private static readonly string[] Plans = ["pro", "basic", "free"];

    /// <summary>By time; no two of one person at the same instant.</summary>
    public static IReadOnlyList<UserEvent> Events(int users, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, users).SelectMany(i => Of($"user-{i}", random)).Where(said => said.OccurredAt < To).OrderBy(said => said.OccurredAt).ThenBy(said => said.DedupeKey, StringComparer.Ordinal)];
    }

    /// <summary>The same people as newcomers of a shop, of whom some look around.</summary>
    public static IReadOnlyList<UserEvent> Newcomers(int users, int seed) =>
    [
        .. Events(users, seed)
            .SelectMany((said, i) => said.Name != "Signed Up" ? [said]
                : Enumerable.Range(0, i % 4).Select(number => At(Said.Track($"{said.DedupeKey}-view-{number}", said.Identity, 0, "Product Viewed"), said.OccurredAt.AddHours(number + 1)))
                    .Prepend(said with { Name = "Customer Created" }))
            .Where(said => said.OccurredAt < To).OrderBy(said => said.OccurredAt).ThenBy(said => said.DedupeKey, StringComparer.Ordinal),
    ];

    private static UserEvent At(UserEvent said, DateTimeOffset at) => said with { OccurredAt = at, ReceivedAt = at };

    private static IEnumerable<UserEvent> Of(string user, Random random)
    {
        var number = 0;
        var begin = Before.AddSeconds(random.NextInt64((long)(To - Before).TotalSeconds));
        UserEvent Say(string name, double days, object? properties = null) => Said.Track($"{user}-{number}", Said.User(user), 0, name) with
        {
            OccurredAt = begin.AddDays(days).AddTicks(number),
            ReceivedAt = begin.AddDays(days).AddTicks(number++),
            Properties = properties is null ? null : JsonSerializer.SerializeToElement(properties),
        };
        Dictionary<string, JsonElement> Traits(params (string Name, string Value)[] traits) =>
            traits.Where(trait => trait.Value.Length > 0).ToDictionary(trait => trait.Name, trait => JsonSerializer.SerializeToElement(trait.Value));

        // Now and then somebody has no name or no address.
        var email = random.Next(10) > 0 ? $"{user}@example.com" : null;
        yield return Say("Identify", 0) with
        {
            Type = EventType.Identify,
            Identity = Said.User(user, email: email),
            Traits = Traits(("name", random.Next(12) == 0 ? "" : user), ("timezone", Zones[random.Next(Zones.Length)]), ("birthday", $"1990-{random.Next(2, 5):d2}-{random.Next(1, 28):d2}")),
            Tags = random.Next(15) == 0 ? new Dictionary<string, bool> { ["staff"] = true } : null,
        };
        if (random.Next(10) > 0)
        {
            yield return Say(ConsentFold.ConsentChanged, 0, new { state = "granted", channel = "all", purpose = "marketing" });
        }

        for (var signUps = random.Next(8) == 0 ? 2 : 1; signUps > 0; signUps--)
        {
            yield return Say("Signed Up", signUps == 2 ? 0.001 : random.NextDouble() * 20, new { plan = Plans[random.Next(Plans.Length)] });
        }

        for (var orders = random.Next(4); orders > 0; orders--)
        {
            var (day, total) = (random.NextDouble() * 15, random.Next(10, 120));
            var placed = Say("Order Completed", day, new { total });
            yield return placed with { Order = new(new("shop", $"{user}-{orders}"), [new OrderFact.Placed { At = placed.OccurredAt }, new OrderFact.TotalAsOf { At = placed.OccurredAt, Total = new(total * 100, "USD") }]) };
        }

        if (random.Next(6) == 0)
        {
            yield return Say(ConsentFold.Unsubscribed, random.NextDouble() * 10);
        }

        if (random.Next(12) == 0)
        {
            yield return Say("Account Closed", random.NextDouble() * 10);
        }
    }

    private static TemplateContent Mail(string subject, string purpose) => new()
    {
        Channel = ChannelKind.Email,
        Purpose = purpose,
        DefaultLanguage = "en",
        Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Subject = subject, Text = purpose == MessageNames.Marketing ? "News. {{links.unsubscribe}}" : "Yours." } },
    };
}
