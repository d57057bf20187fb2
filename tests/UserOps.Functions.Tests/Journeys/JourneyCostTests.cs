using System.Globalization;
using Azure.Core;
using UserOps.Application.Journeys;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Messages.Templates;
using Xunit.Abstractions;
using static UserOps.Tests.Said;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>What the steps of a run ask of the table service, counted where requests leave the client, and of the hub: actions, and events of its history.</summary>
public sealed class JourneyCostTests(ITestOutputHelper output)
{
    private const string Journey = """
        {
          "key": "road", "name": "Road", "entry": { "event": "Signed Up" },
          "steps": [
            { "id": "first", "type": "wait", "for": "P1D" },
            { "id": "second", "type": "wait", "for": "P1D" },
            { "id": "letter", "type": "send", "channel": "email", "template": "news" },
            { "id": "third", "type": "wait", "for": "P1D" },
            { "id": "seen", "type": "tag", "add": ["seen"] },
            { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P5D", "onTimeout": "last", "next": "last" },
            { "id": "last", "type": "wait", "for": "P1D" }
          ]
        }
        """;

    private readonly CountingPolicy _requests = new();
    private RealBench _bench = null!;

    [AzuriteFact]
    public async Task A_step_costs_no_more_operations_and_history_than_promised()
    {
        var clients = await AzuriteAccount.ClientsAsync(options => options.AddPolicy(_requests, HttpPipelinePosition.PerRetry));
        _bench = new(new AzureTableStore(clients.Table((await AzuriteAccount.TableAsync()).Name)), Settings);
        await _bench.Get<SaveTemplate>().RunAsync("news", Written.Email("<p>News</p> {{links.unsubscribe}}", text: "News {{links.unsubscribe}}", purpose: "marketing"), default);
        await _bench.Get<PublishTemplate>().RunAsync("news", default);
        await _bench.PublishAsync(Journey);
        _bench.Get<JourneyDoors>().Forget();
        foreach (var user in new[] { "warm", "ann" })
        {
            await _bench.ApplyAsync(Identify($"i {user}", User(user, email: $"{user}@shop.example")));
        }

        // Whoever comes first in a process reads the version and the template, which are kept.
        await GoAsync("warm", counted: false);
        output.WriteLine("step                                              at most  reads  writes  batches  operations  actions  history");
        await GoAsync("ann", counted: true);
        Assert.Equal(2, _bench.Email.Accepted.Count);
    }

    private static UserOpsSettings Settings { get; } = new()
    {
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { Pace = new(PerMinute: 30, PerHour: 100) } },
            Consent = new Dictionary<string, ConsentDefault> { ["marketing"] = ConsentDefault.OptOut },
        },
        Sending = new() { PublicUrl = new("https://shop.example/") },
    };

    private async Task GoAsync(string user, bool counted)
    {
        await CountAsync("an event that begins a run", 11, () => _bench.ApplyAsync(Track($"in {user}", User(user), 0, "Signed Up")));
        await CountAsync("the run's first look, asleep at a wait", 8, () => _bench.RunUntilAsync(_bench.Now));
        await CountAsync("a wait is over, asleep at the next", 10, DayAsync);
        var run = _bench.Hub.Instances.Last().InputJson!;
        var (userKey, id) = (run.Split('"')[3], run.Split('"')[7]);
        await CountAsync("a wake for nothing", 6, async () =>
        {
            await _bench.Get<IRunDriver>().WakeAsync(userKey, id, default);
            await _bench.RunUntilAsync(_bench.Now);
        });
        await CountAsync("a wait is over, a message, asleep", 25, DayAsync);
        await CountAsync("a wait is over, a tag, asleep for an event", 24, DayAsync);
        await CountAsync("the event that it waits for", 6, () => _bench.ApplyAsync(Track($"order {user}", User(user), 0, "Order Completed")));
        await CountAsync("… and the run goes on, asleep at a wait", 10, () => _bench.RunUntilAsync(_bench.Now));
        await CountAsync("a wait is over, the end", 8, DayAsync);
        Assert.False(_bench.Hub.Instances.Last().IsAtWork);

        async Task CountAsync(string what, int most, Func<Task> act)
        {
            var before = Hub();
            _requests.Reset();
            await act();
            var (counts, hub) = (_requests.Counts, Hub());
            if (counted)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what,-50}{most,7}{counts.Reads + counts.Queries,7}{counts.Writes,8}{counts.Batches,9}{counts.OfTables,12}{hub.Actions - before.Actions,9}{hub.History - before.History,9}"));
                Assert.InRange(counts.OfTables, 1, most);
                Assert.InRange(hub.Actions - before.Actions, 0, 2);
                Assert.InRange(hub.History - before.History, 0, 9);
            }
        }
    }

    private Task DayAsync() => _bench.RunUntilAsync(_bench.Now.AddDays(1));

    private (int Actions, int History) Hub() => (_bench.Hub.Instances.Sum(instance => instance.Actions.Count), _bench.Hub.Instances.Sum(instance => instance.Recorded));
}
