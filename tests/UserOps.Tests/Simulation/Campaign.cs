using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using UserOps.Application;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Queues;
using UserOps.Application.Segments;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Messages;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>The journeys that are published in every simulation, and what the workspace promises to people.</summary>
internal sealed class Campaign(Simulation simulation)
{
    public const string Onboarding = "onboarding";

    public static readonly QuietHours Quiet = new(new LocalTime(21, 0), new LocalTime(9, 0));

    public static readonly UserOpsSettings Settings = new()
    {
        Sending = new() { PublicUrl = new("https://shop.example/") },
        Journeys = new(EntryWithin: TimeSpan.FromDays(365)),
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules>
            {
                [MessageNames.Email] = new() { Quiet = Quiet, Cap = new(Day: 2, Week: 5), Pace = new(PerMinute: 10, PerHour: 60) },
            },
            Consent = new Dictionary<string, ConsentDefault> { [MessageNames.Marketing] = ConsentDefault.OptOut },
        },
    };

    /// <summary>What stands in the store after the first publication at an instant; the same for every seed, and not to be changed.</summary>
    private static readonly ConcurrentDictionary<DateTimeOffset, IReadOnlyList<Row>> Published = [];

    /// <summary>Outside the processes and without faults: by somebody who looks whether it was done.</summary>
    public void Publish(bool edited)
    {
        if (edited)
        {
            Publish(simulation.Store, edited: true);
            return;
        }

        foreach (var row in Published.GetOrAdd(simulation.Now, _ =>
        {
            var store = new MemoryTableStore();
            Publish(store, edited: false);
            return store.Rows;
        }))
        {
            simulation.Store.CommitAsync(row.Partition, [new Change.Insert(row.Properties) { Key = row.Key }], default).GetAwaiter().GetResult();
        }
    }

    private void Publish(MemoryTableStore store, bool edited)
    {
        using var services = Services(store, simulation.Clock);
        if (!edited)
        {
            foreach (var (key, purpose) in (ReadOnlySpan<(string, string)>)[("news", TemplateContent.Marketing), ("thanks", TemplateContent.Transactional)])
            {
                Template(services, key, purpose);
            }

            Journey(services, "care", Care);
            Journey(services, "abandoned", Abandoned);
        }

        Journey(services, Onboarding, edited ? Edited : First);
        foreach (var (key, where) in edited ? [] : Segments)
        {
            Segment(services, key, where);
        }
    }

    /// <summary>The application, outside the processes and without faults.</summary>
    public static ServiceProvider Services(MemoryTableStore store, TimeProvider clock) => new ServiceCollection()
        .AddUserOps(Settings)
        .AddSingleton<ITableStore>(store)
        .AddSingleton<IMessageQueue>(new MemoryMessageQueue(clock))
        .AddSingleton<IEmailSender, NoEmail>()
        .AddSingleton<IRunDriver, WakeByRow>()
        .AddSingleton(World.Keys)
        .AddSingleton(clock)
        .BuildServiceProvider();

    /// <summary>Before there is anybody, so that no back-fill is needed.</summary>
    private static void Segment(ServiceProvider services, string key, string where)
    {
        services.GetRequiredService<SaveSegment>().RunAsync(key, Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","name":"{{key}}","kind":"dynamic","where":{{where}}}"""), null, default).GetAwaiter().GetResult();
        Assert.IsType<SegmentPublished.Done>(services.GetRequiredService<PublishSegment>().RunAsync(key, null, default).GetAwaiter().GetResult());
    }

    private static void Template(ServiceProvider services, string key, string purpose)
    {
        var unsubscribe = purpose == TemplateContent.Marketing ? "{{links.unsubscribe}}" : "";
        var parts = new TemplateParts { Subject = "News", Text = $"Hello {unsubscribe}", Html = $"<p>Hello {(unsubscribe == "" ? "" : $"<a href=\"{unsubscribe}\">no more</a>")}</p>" };
        var content = new TemplateContent { Channel = ChannelKind.Email, Purpose = purpose, DefaultLanguage = "en", Languages = new Dictionary<string, TemplateParts> { ["en"] = parts } };
        services.GetRequiredService<SaveTemplate>().RunAsync(key, content, default).GetAwaiter().GetResult();
        var published = services.GetRequiredService<PublishTemplate>().RunAsync(key, default).GetAwaiter().GetResult();
        Assert.True(published is Publishing.Published, published is Publishing.Faulty { Mistakes: var mistakes } ? string.Join('\n', mistakes) : "");
    }

    private static void Journey(ServiceProvider services, string key, string json)
    {
        services.GetRequiredService<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(json), null, default).GetAwaiter().GetResult();
        var published = services.GetRequiredService<PublishJourney>().RunAsync(key, null, default).GetAwaiter().GetResult();
        Assert.True(published is JourneyPublished.Done, published is JourneyPublished.Refused { Mistakes: var mistakes } ? string.Join('\n', mistakes) : "");
    }

    /// <summary>By events, time, profile, tags, orders, runs, messages, and each other.</summary>
    private static readonly (string Key, string Where)[] Segments =
    [
        ("lately", """{"event":"Checkout Started","within":"P1D"}"""),
        ("buyers", """{"field":"orders.count","op":"atLeast","value":1}"""),
        ("inside", """{"journey":"onboarding","state":"inside"}"""),
        ("written-to", """{"message":"sent","within":"P2D"}"""),
        ("shown-more", """{"journey":"onboarding","step":"arm","outcome":"mail"}"""),
        ("undecided", """{"all":[{"segment":"lately"},{"not":{"segment":"buyers"}},{"any":[{"field":"tag","op":"has","value":"vip"},{"field":"trait.city","op":"is","value":"Ulm"}]}]}"""),
    ];

    private const string First =
        """
        { "key": "onboarding", "name": "Onboarding", "entry": { "event": "Signed Up" }, "holdOut": 5, "steps": [
          { "id": "welcome", "type": "send", "channel": "email", "template": "news" },
          { "id": "newcomer", "type": "tag", "add": ["newcomer"] },
          { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P2D", "onTimeout": "morning" },
          { "id": "thanks", "type": "send", "channel": "email", "template": "thanks", "purpose": "transactional" },
          { "id": "care", "type": "startJourney", "journey": "care" },
          { "id": "bought", "type": "exit", "reason": "bought" },
          { "id": "morning", "type": "wait", "until": { "time": "09:30" } },
          { "id": "arm", "type": "split", "arms": [ { "name": "mail", "weight": 2, "then": "nudge" }, { "name": "note", "weight": 1, "then": "note" } ] },
          { "id": "nudge", "type": "send", "channel": "email", "template": "news", "next": "vip" },
          { "id": "note", "type": "setProperty", "name": "nudged", "value": false },
          { "id": "vip", "type": "branch", "cases": [ { "if": { "field": "tag", "op": "has", "value": "vip" }, "then": "extra" } ], "next": "end" },
          { "id": "extra", "type": "send", "channel": "email", "template": "news" } ] }
        """;

    private const string Edited =
        """
        { "key": "onboarding", "name": "Onboarding", "entry": { "event": "Signed Up" }, "steps": [
          { "id": "welcome", "type": "send", "channel": "email", "template": "news" },
          { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P1D", "onTimeout": "nudge" },
          { "id": "care", "type": "startJourney", "journey": "care", "next": "end" },
          { "id": "nudge", "type": "send", "channel": "email", "template": "news" } ] }
        """;

    private const string Care =
        """
        { "key": "care", "name": "Care", "entry": "manual", "reEntry": "afterExit", "tooLate": "P1D", "steps": [
          { "id": "pause", "type": "wait", "for": "PT6H" },
          { "id": "ask", "type": "send", "channel": "email", "template": "news" } ] }
        """;

    private const string Abandoned =
        """
        { "key": "abandoned", "name": "Abandoned", "entry": { "event": "Checkout Started" }, "reEntry": "afterExit", "steps": [
          { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "PT4H", "onTimeout": "remind", "next": "end" },
          { "id": "remind", "type": "send", "channel": "email", "template": "news" } ] }
        """;
}
