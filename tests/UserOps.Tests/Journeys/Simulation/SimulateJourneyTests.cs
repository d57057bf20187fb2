using UserOps.Application.Journeys.Simulation;

namespace UserOps.Tests.Journeys.Simulation;

public sealed class SimulateJourneyTests
{
    private static readonly SimulationSpan Span = new(SomeMonth.From, SomeMonth.To, SomeMonth.To);
    private static readonly PeopleWanted Everybody = new(1_000, 100, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Who_is_started_by_hand_begins_where_the_time_does()
    {
        var stored = await SimulationWorlds.StoredAsync(SomeMonth.Events(40, seed: 7), """{ "key": "hand", "name": "Hand", "entry": "manual", "audience": { "not": { "field": "tag", "op": "has", "value": "staff" } }, "steps": [ { "id": "w", "type": "wait", "for": "P40D" } ] }""");

        var figures = await stored.Get<SimulateJourney>().RunAsync(await SimulationWorlds.TriedAsync(stored, "hand"), Span, Everybody, default);

        Assert.True(figures.Runs > 0);
        Assert.Equal(figures.Runs, Assert.Single(figures.Steps).Waiting);
        Assert.True(figures.Refused["no-user"] > 0, "Some sign up later.");
        Assert.Equal(40, figures.Runs + figures.Refused.Values.Sum());
    }

    /// <summary>In earnest nobody is let in for history; but a shop that begins with a file of orders has no other past to try a journey on.</summary>
    [Fact]
    public async Task Orders_that_were_imported_let_people_in()
    {
        const string Thanks = """{ "key": "thanks", "name": "Thanks", "entry": { "event": "Order Completed" }, "steps": [ { "id": "w", "type": "wait", "for": "P1D" } ] }""";
        var events = SomeMonth.Events(40, seed: 7).Select(said => said with { Source = "import" });
        var stored = await SimulationWorlds.StoredAsync(events, Thanks);

        var figures = await stored.Get<SimulateJourney>().RunAsync(await SimulationWorlds.TriedAsync(stored, "thanks"), Span, Everybody, default);

        Assert.True(figures.Runs > 10);
        Assert.DoesNotContain("too-old", figures.Refused.Keys);
    }

    [Fact]
    public async Task After_the_range_runs_go_on_to_the_horizon_with_nothing_more_happening()
    {
        var stored = await SimulationWorlds.StoredAsync(SomeMonth.Events(60, seed: 7));
        var tried = await SimulationWorlds.TriedAsync(stored);
        var middle = SomeMonth.From.AddDays(15);

        var brief = await stored.Get<SimulateJourney>().RunAsync(tried, new(SomeMonth.From, middle, middle), Everybody, default);
        var longer = await stored.Get<SimulateJourney>().RunAsync(tried, new(SomeMonth.From, middle, SomeMonth.To), Everybody, default);

        Assert.Equal(brief.Runs, longer.Runs);
        Assert.True(brief.Inside > 0);
        Assert.Equal(0, longer.Inside);
    }

    [Fact]
    public async Task A_limit_of_people_or_of_time_gives_what_there_is_and_says_so()
    {
        var stored = await SimulationWorlds.StoredAsync(SomeMonth.Events(20, seed: 8));
        var (simulate, tried) = (stored.Get<SimulateJourney>(), await SimulationWorlds.TriedAsync(stored));

        var few = await simulate.RunAsync(tried, Span, Everybody with { Most = 5 }, default);
        var none = await simulate.RunAsync(tried, Span, Everybody with { Time = TimeSpan.Zero }, default);
        var sample = await simulate.RunAsync(tried, Span, Everybody with { Sample = 50 }, default);

        Assert.Equal((5, "users"), (few.LookedAt, few.StoppedBy));
        Assert.Equal("time", none.StoppedBy);
        Assert.InRange(sample.LookedAt, 1, 19);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => simulate.RunAsync(tried, Span, Everybody, new(canceled: true)));
    }

    [Fact]
    public async Task A_journey_that_goes_round_and_round_is_cut_short_and_counted()
    {
        var closed = SomeMonth.Events(40, seed: 7).First(said => said.Name == "Account Closed" && said.OccurredAt > SomeMonth.From);
        var stored = await SimulationWorlds.StoredAsync([closed], """
            { "key": "round", "name": "Round", "entry": { "event": "Account Closed" }, "steps": [ { "id": "w", "type": "wait", "for": "PT1S", "next": "t" }, { "id": "t", "type": "tag", "add": ["a"], "next": "w" } ] }
            """);

        var figures = await stored.Get<SimulateJourney>().RunAsync(await SimulationWorlds.TriedAsync(stored, "round"), Span, Everybody, default);

        Assert.Equal((1, 1, 1), (figures.CutShort, figures.Runs, figures.Inside));
    }

    [Fact]
    public async Task A_busy_minute_stands_beside_the_pace_of_the_channel()
    {
        var (journey, settings) = (SomeMonth.Journey, SomeMonth.Settings);
        var tally = new SimulationTally((await SimulationWorlds.TriedAsync(await SimulationWorlds.StoredAsync([], journey))).Journey, settings with
        {
            Messaging = settings.Messaging with { Channels = settings.Messaging.Channels.ToDictionary(one => one.Key, one => one.Value with { Pace = new(PerMinute: 2, PerHour: 100) }) },
        });
        foreach (var second in (int[])[1, 30, 59, 61])
        {
            tally.Add(new("u~", [], [Sent(SomeMonth.From.AddSeconds(second))], [], [], new Dictionary<string, string>(), false));
        }

        var email = Assert.Single(tally.Read(Span, null).Channels);
        Assert.Equal(new("email", 4, 0.20m, new(SomeMonth.From, 3), new(SomeMonth.From, 4), 2, 100, OverPace: true), email);
    }

    private static Domain.Messages.MessageEntry Sent(DateTimeOffset at) => new()
    {
        Run = "r", Step = "welcome", Occurrence = 1, Journey = "onboarding", Version = 1, State = Domain.Messages.MessageState.Accepted, At = at, ClaimedAt = at,
        OperationId = Guid.Empty, Template = "welcome", Purpose = "marketing", Channel = "email", CostMinor = 0.05m,
    };
}
