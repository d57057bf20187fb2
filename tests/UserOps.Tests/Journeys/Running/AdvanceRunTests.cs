using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Tests.Journeys.Running;

public sealed class AdvanceRunTests
{
    private const string Waiting = """
        {
          "key": "waiting", "name": "Waiting", "entry": { "event": "Signed Up", "where": { "field": "event.plan", "op": "is", "value": "pro" } },
          "steps": [
            { "id": "new", "type": "tag", "add": ["newcomer"] },
            { "id": "pause", "type": "wait", "for": "P2D" },
            { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P3D", "onTimeout": "lost" },
            { "id": "won", "type": "tag", "add": ["won"], "next": "end" },
            { "id": "lost", "type": "tag", "add": ["lost"], "remove": ["newcomer"] }
          ]
        }
        """;

    private readonly Trip _trip = new();

    [Fact]
    public async Task Somebody_goes_through_waits_and_the_way_that_an_event_opens()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });
        Assert.Equal("pause", (await _trip.OnlyRunAsync("ann")).Step);
        Assert.Equal(["newcomer"], await TagsAsync("ann"));

        await _trip.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal("order", (await _trip.OnlyRunAsync("ann")).Step);

        await _trip.SayAsync("ann", "Order Completed");
        var run = await _trip.OnlyRunAsync("ann");
        Assert.Equal((RunState.Ended, RunEndingKind.Completed), (run.State, run.Ending!.Kind));
        Assert.Equal("new:done, pause:done, order:event, won:done", await _trip.PathAsync("ann"));
        Assert.Equal(["newcomer", "won"], await TagsAsync("ann"));
    }

    [Fact]
    public async Task Time_that_is_over_takes_the_other_way()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });
        await _trip.SayAsync("ann", "Order Completed");

        await _trip.PassAsync(TimeSpan.FromDays(6));

        Assert.Equal("new:done, pause:done, order:timeout, lost:done", await _trip.PathAsync("ann"));
        Assert.Equal(["lost"], await TagsAsync("ann"));
    }

    [Fact]
    public async Task Who_is_not_meant_does_not_come_in()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("ann", "Signed Up", new { plan = "free" });
        await _trip.SayAsync("bob", "Signed In", new { plan = "pro" });

        Assert.Empty(await _trip.RunsAsync("ann"));
        Assert.Empty(await _trip.RunsAsync("bob"));
    }

    [Fact]
    public async Task Nobody_comes_in_twice_where_that_is_not_meant()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });
        await _trip.PassAsync(TimeSpan.FromDays(9));
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });

        Assert.Equal(RunState.Ended, (await _trip.OnlyRunAsync("ann")).State);
    }

    [Fact]
    public async Task An_event_that_was_late_by_weeks_greets_nobody()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.World.ApplyAsync(Said.Track("late", Said.User("ann"), 0, "Signed Up") with
        {
            OccurredAt = _trip.Now.AddDays(-4),
            ReceivedAt = _trip.Now,
            Properties = System.Text.Json.JsonSerializer.SerializeToElement(new { plan = "pro" }),
        });

        Assert.Empty(await _trip.RunsAsync("ann"));
    }

    [Fact]
    public async Task Whoever_reaches_the_goal_while_the_run_sleeps_leaves_at_once()
    {
        await _trip.PublishAsync("""
            {
              "key": "goal", "name": "Goal", "entry": { "event": "Signed Up" }, "goal": { "event": "Order Completed" },
              "steps": [ { "id": "pause", "type": "wait", "for": "P30D" }, { "id": "late", "type": "tag", "add": ["late"] } ]
            }
            """);
        await _trip.SayAsync("ann", "Signed Up");
        await _trip.PassAsync(TimeSpan.FromDays(1));
        await _trip.SayAsync("ann", "Order Completed");

        var run = await _trip.OnlyRunAsync("ann");
        Assert.Equal(RunEndingKind.Converted, run.Ending?.Kind);
        Assert.Equal("pause:converted", await _trip.PathAsync("ann"));
        Assert.Null(await _trip.World.Get<RunAlarms>().NextAsync(default));
    }

    [Fact]
    public async Task More_events_than_there_is_room_to_note_are_looked_for()
    {
        await _trip.PublishAsync("""
            {
              "key": "busy", "name": "Busy", "entry": { "event": "Signed Up" },
              "steps": [ { "id": "seen", "type": "waitForEvent", "event": "Product Viewed", "where": { "field": "event.sku", "op": "is", "value": "the-one" }, "timeout": "P3D", "onTimeout": "end" } ]
            }
            """);
        await _trip.SayAsync("ann", "Signed Up");
        _trip.Clock.Advance(TimeSpan.FromHours(1));
        await _trip.World.ApplyAsync([.. Enumerable.Range(0, 50).Select(i => Said.Track($"v{i}", Said.User("ann"), 0, "Product Viewed") with
        {
            OccurredAt = _trip.Now.AddSeconds(i - 60),
            ReceivedAt = _trip.Now,
            Properties = System.Text.Json.JsonSerializer.SerializeToElement(new { sku = i == 45 ? "the-one" : "another" }),
        })]);
        Assert.True((await _trip.World.ProfileAsync(Identifier.User("ann")))!.Journeys![0].Missed);

        await _trip.RunAsync();

        Assert.Equal("seen:event", await _trip.PathAsync("ann"));
    }

    [Fact]
    public async Task Lists_and_figures_see_what_the_run_came_to()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("ann", "Signed Up", new { plan = "pro" });
        var run = await _trip.OnlyRunAsync("ann");

        var asleep = await _trip.World.Get<RunSummaries>().FindAsync("waiting", run.Id, default);
        Assert.Equal(("pause", RunState.Active), (asleep?.Step, asleep?.State));
        Assert.Equal(_trip.Now.AddDays(2), asleep?.WaitsUntil);

        await _trip.PassAsync(TimeSpan.FromDays(9));
        var ended = await _trip.World.Get<RunSummaries>().FindAsync("waiting", run.Id, default);
        Assert.Equal((null, RunState.Ended), (ended?.Step, ended!.State));
        Assert.Equal(["new done 1", "pause done 1", "order timeout 1", "lost done 1"], ended.Tally.Select(one => $"{one.Step} {one.Outcome} {one.Count}"));
    }

    [Fact]
    public async Task A_journey_starts_another_and_both_go_on()
    {
        await _trip.PublishAsync("""{ "key": "second", "name": "Second", "entry": "manual", "steps": [ { "id": "t", "type": "tag", "add": ["second"] } ] }""");
        await _trip.PublishAsync("""
            { "key": "first", "name": "First", "entry": { "event": "Signed Up" }, "steps": [ { "id": "s", "type": "startJourney", "journey": "second" }, { "id": "t", "type": "tag", "add": ["first"] } ] }
            """);
        await _trip.SayAsync("ann", "Signed Up");

        Assert.Equal(["first", "second"], await TagsAsync("ann"));
        Assert.All(await _trip.RunsAsync("ann"), run => Assert.Equal(RunState.Ended, run.State));
    }

    [Fact]
    public async Task Events_that_come_together_each_take_the_run_a_step_on()
    {
        await _trip.PublishAsync("""
            {
              "key": "cart", "name": "Cart", "entry": { "event": "Signed Up" },
              "steps": [
                { "id": "cart", "type": "waitForEvent", "event": "Checkout Started", "timeout": "P3D", "onTimeout": "end" },
                { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P1D", "onTimeout": "remind" },
                { "id": "won", "type": "tag", "add": ["won"], "next": "end" },
                { "id": "remind", "type": "tag", "add": ["reminded"] }
              ]
            }
            """);
        await _trip.SayAsync("ann", "Signed Up");
        _trip.Clock.Advance(TimeSpan.FromHours(1));
        await TogetherAsync("ann", "Checkout Started", "Order Completed");

        await _trip.PassAsync(TimeSpan.FromDays(4));

        Assert.Equal("cart:event, order:event, won:done", await _trip.PathAsync("ann"));
    }

    [Fact]
    public async Task An_event_that_comes_together_with_the_one_that_lets_somebody_in_counts_if_it_happened_after_it()
    {
        await _trip.PublishAsync("""
            {
              "key": "cart", "name": "Cart", "entry": { "event": "Checkout Started" },
              "steps": [ { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "PT1H", "onTimeout": "remind", "next": "end" }, { "id": "remind", "type": "tag", "add": ["reminded"] } ]
            }
            """);
        await TogetherAsync("ann", "Checkout Started", "Order Completed");
        await TogetherAsync("bob", "Order Completed", "Checkout Started");

        await _trip.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("order:event", await _trip.PathAsync("ann"));
        Assert.Equal("order:timeout, remind:done", await _trip.PathAsync("bob"));
    }

    /// <summary>One chunk, in this order and a second apart.</summary>
    private Task TogetherAsync(string user, params string[] names) => _trip.World.ApplyAsync([.. names.Select((name, i) => Said.Track($"{user} {name}", Said.User(user), 0, name) with
    {
        OccurredAt = _trip.Now.AddSeconds(i - names.Length),
        ReceivedAt = _trip.Now,
    })]);

    [Fact]
    public async Task Journeys_that_start_each_other_come_to_an_end()
    {
        const string Form = """{ "key": "KEY", "name": "K", "entry": "manual", "reEntry": "afterExit", "steps": [ { "id": "s", "type": "startJourney", "journey": "OTHER" } ] }""";
        await _trip.PublishAsync("""{ "key": "pong", "name": "K", "entry": "manual", "steps": [ { "id": "t", "type": "tag", "add": ["x"] } ] }""");
        await _trip.PublishAsync(Form.Replace("KEY", "ping", StringComparison.Ordinal).Replace("OTHER", "pong", StringComparison.Ordinal));
        await _trip.PublishAsync(Form.Replace("KEY", "pong", StringComparison.Ordinal).Replace("OTHER", "ping", StringComparison.Ordinal));
        await _trip.SayAsync("ann", "Signed In");
        var key = (await _trip.World.ProfileAsync(Identifier.User("ann")))!.Key;

        await _trip.World.Get<StartRun>().RunAsync(new(key, "ping", "1", "hand"), default);
        await _trip.RunAsync();

        var runs = await _trip.RunsAsync("ann");
        Assert.Equal(StartRun.MaxDepth + 1, runs.Count);
        Assert.Contains(runs, run => run.Tally is [{ Outcome: "skipped:too-deep" }]);
    }

    [Fact]
    public async Task What_a_journey_does_to_somebody_lets_nobody_into_another()
    {
        await _trip.PublishAsync("""{ "key": "tagged", "name": "T", "entry": { "event": "Tags Changed" }, "reEntry": "afterExit", "steps": [ { "id": "t", "type": "tag", "add": ["again"] } ] }""");
        await _trip.PublishAsync("""{ "key": "tags", "name": "T", "entry": { "event": "Signed Up" }, "steps": [ { "id": "t", "type": "tag", "add": ["new"] } ] }""");

        await _trip.SayAsync("ann", "Signed Up");

        Assert.Equal("tags", (await _trip.OnlyRunAsync("ann")).Journey);
    }

    private async Task<IEnumerable<string>> TagsAsync(string user) =>
        (await _trip.World.ProfileAsync(Identifier.User(user)))!.Tags.Where(tag => tag.On).Select(tag => tag.Name);
}
