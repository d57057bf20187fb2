using System.Collections.Concurrent;
using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Tests.Journeys.Simulation;

public sealed class ForecastTests
{
    private const int Users = 300;
    private static readonly SimulationSpan Span = new(SomeMonth.From, SomeMonth.To, SomeMonth.To);
    private static readonly PeopleWanted Everybody = new(Users, 100, TimeSpan.FromMinutes(5));

    [Fact]
    public async Task What_is_foretold_of_a_stored_month_is_what_happens_when_the_month_is_lived_through()
    {
        var events = SomeMonth.Events(Users, seed: 4);
        AssertEverythingHappens(await AssertForetoldAsync(await SimulationWorlds.StoredAsync(events), await SimulationWorlds.LivedAsync(events)));
    }

    [Fact]
    public async Task What_is_foretold_of_the_shipped_onboarding_and_its_messages_is_what_happens()
    {
        var events = SomeMonth.Newcomers(Users, seed: 9);
        var lived = await SimulationWorlds.LivedAsync(events, trip => SimulationWorlds.ShipAsync(trip.World));

        var figures = await AssertForetoldAsync(await SimulationWorlds.StoredAsync(events, SimulationWorlds.ShipAsync), lived, version: 1);

        var ways = figures.Steps.ToDictionary(step => step.Step, step => step.Left.Keys.ToHashSet());
        Assert.All(["welcome", "tasks", "nudge", "thanks"], step => Assert.Contains("sent", ways[step]));
        Assert.All(["look-around", "first-order", "after-nudge"], step => AssertAmong(["event", "timeout"], ways[step]));
        AssertAmong(["case 1", "otherwise"], ways["browsed"]);
        AssertAmong(["not-consented", "unsubscribed", "no-address"], figures.Steps.SelectMany(step => step.Skipped.Keys).ToHashSet());
        AssertAmong(["completed", "converted"], figures.Endings.Keys.ToHashSet());
    }

    /// <summary>That each person's way is what happened, and the sums are.</summary>
    private static async Task<SimulationFigures> AssertForetoldAsync(World stored, Running.Trip lived, int? version = null)
    {
        var tried = await SimulationWorlds.TriedAsync(stored, version: version);
        var people = new ConcurrentDictionary<string, SimulatedPerson>();
        var foretold = await stored.Get<SimulateJourney>().RunAsync(tried, Span, Everybody, default, person => people[person.UserKey] = person);

        // Each person's way, with every instant, and every message.
        var tally = new SimulationTally(tried.Journey, SomeMonth.Settings);
        for (var i = 0; i < Users; i++)
        {
            var key = World.Keys.Of(Identifier.User($"user-{i}"));
            var happened = await HappenedAsync(lived.World, key);
            var person = people.GetValueOrDefault(key);
            Assert.Equal(string.Join('\n', happened.Runs.Select(Text)), string.Join('\n', (person?.Runs ?? []).Select(Text)));
            Assert.Equal(string.Join('\n', happened.Messages.Select(Text)), string.Join('\n', (person?.Messages ?? []).Select(Text)));
            tally.Add(happened);
        }

        // And the sums; refusals leave no rows where it happens.
        var figures = tally.Read(Span, null);
        Assert.Equal(JsonSerializer.Serialize(figures with { Refused = foretold.Refused }, JourneyJson.Readable), JsonSerializer.Serialize(foretold, JourneyJson.Readable));
        return foretold;
    }

    /// <summary>What the real runs did to people is not taken for something that happened to them.</summary>
    [Fact]
    public async Task Trying_again_what_really_ran_foretells_what_it_did()
    {
        var lived = await SimulationWorlds.LivedAsync(SomeMonth.Events(40, seed: 6));
        var tried = Assert.IsType<Trial.Of>(await lived.World.Get<ChooseTrial>().RunAsync("onboarding", 1, draft: false, default)).Version;
        var people = new ConcurrentDictionary<string, SimulatedPerson>();
        await lived.World.Get<SimulateJourney>().RunAsync(tried, Span, Everybody, default, person => people[person.UserKey] = person);
        var ran = 0;
        for (var i = 0; i < 40; i++)
        {
            var key = World.Keys.Of(Identifier.User($"user-{i}"));
            var happened = await HappenedAsync(lived.World, key);
            Assert.Equal(happened.Runs.Select(Text), (people.GetValueOrDefault(key)?.Runs ?? []).Select(Text));
            ran += happened.Runs.Count;
        }

        Assert.True(ran > 10);
    }

    [Fact]
    public async Task A_simulation_writes_no_row_and_queues_nothing()
    {
        var stored = await SimulationWorlds.StoredAsync(SomeMonth.Events(30, seed: 5));
        var before = Rows(stored);
        var counts = stored.Store.Counts;

        var figures = await stored.Get<SimulateJourney>().RunAsync(await SimulationWorlds.TriedAsync(stored), Span, Everybody, default);

        Assert.True(figures.Runs > 0);
        Assert.Equal(before, Rows(stored));
        Assert.Equal((counts.Commits, counts.Conflicts), (stored.Store.Counts.Commits, stored.Store.Counts.Conflicts));
    }

    /// <summary>A month in which nothing is skipped, refused or late would prove little.</summary>
    private static void AssertEverythingHappens(SimulationFigures figures)
    {
        var skips = figures.Steps.SelectMany(step => step.Skipped.Keys).ToHashSet();
        var ways = figures.Steps.SelectMany(step => step.Left.Keys).ToHashSet();
        AssertAmong(["hold-out", "not-consented", "unsubscribed", "no-address", "capped", "too-late", "template:missing:trait.name"], skips);
        AssertAmong(["sent", "event", "timeout", "case 1", "otherwise", "tip", "words", "left"], ways);
        AssertAmong(["where", "audience"], figures.Refused.Keys.ToHashSet());
        AssertAmong(["completed", "left", "exited:bought"], figures.Endings.Keys.ToHashSet());
        Assert.True(figures is { Inside: > 0, HoldOut: > 0, StoppedBy: null, LookedAt: Users }, JsonSerializer.Serialize(figures, JourneyJson.Readable));
        Assert.True(figures.Runs > figures.Entered);
        Assert.Contains("birthday", figures.Started.Keys);
    }

    private static void AssertAmong(string[] wanted, HashSet<string> all) => Assert.True(all.IsSupersetOf(wanted), $"{string.Join(", ", wanted)} among {string.Join(", ", all)}");

    private static async Task<SimulatedPerson> HappenedAsync(World world, string key) => new(
        key,
        [.. (await world.Get<JourneyRunRows>().OfUserAsync(key, default).ToListAsync()).OrderBy(run => run.StartedAt).ThenBy(run => run.Id, StringComparer.Ordinal)],
        await world.Get<MessageRows>().AllAsync(key, default).ToListAsync(),
        [],
        [],
        new Dictionary<string, string>(),
        false);

    private static string Text(JourneyRun run) => JsonSerializer.Serialize(run, JourneyJson.Readable);

    private static string Text(MessageEntry message) => JsonSerializer.Serialize(message, JourneyJson.Readable);

    private static List<string> Rows(World world) => [.. world.Store.Rows.Select(row => $"{row.Partition} {row.Key} {row.ETag}")];
}
