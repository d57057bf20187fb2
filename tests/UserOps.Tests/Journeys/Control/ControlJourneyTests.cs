using System.Net;
using UserOps.Domain.Journeys;
using UserOps.Tests.Events;

namespace UserOps.Tests.Journeys.Control;

public sealed class ControlJourneyTests : IAsyncLifetime
{
    private const string Tour = """
        {
          "key": "tour", "name": "Tour", "entry": { "event": "Signed Up" },
          "steps": [ { "id": "pause", "type": "wait", "for": "P1D" }, { "id": "seen", "type": "tag", "add": ["seen"] }, { "id": "rest", "type": "wait", "for": "P1D" }, { "id": "out", "type": "exit" } ]
        }
        """;

    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        await _host.Trip.PublishAsync(Tour);
        for (var i = 0; i < 5; i++)
        {
            await _host.Trip.SayAsync($"u{i}", "Signed Up");
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_run_is_paused_resumed_and_cancelled()
    {
        var run = (await _host.Trip.OnlyRunAsync("u0")).Id;
        Assert.Equal("paused", Text(await _host.PostAsync($"/api/journeys/tour/runs/{run}/pause"), "state"));
        await _host.Trip.PassAsync(TimeSpan.FromDays(9));
        var read = await _host.GetAsync($"/api/journeys/tour/runs/{run}");
        Assert.Equal(("paused", "pause", "time"), (Text(read, "state"), Text(read, "step"), Text(read, "waitsFor")));

        Assert.Equal("active", Text(await _host.PostAsync($"/api/journeys/tour/runs/{run}/resume"), "state"));
        await _host.WorkAsync();
        Assert.Equal("rest", (await _host.Trip.OnlyRunAsync("u0")).Step);

        Assert.Equal("ended", Text(await _host.PostAsync($"/api/journeys/tour/runs/{run}/cancel"), "state"));
        await _host.WorkAsync();
        var again = await _host.PostAsync($"/api/journeys/tour/runs/{run}/cancel");
        Assert.Equal("cancelled", again.Body.GetProperty("ending").GetProperty("kind").GetString());
        await _host.WorkAsync();
        Assert.Null(await _host.Trip.World.Get<UserOps.Application.Journeys.Running.RunAlarms>().NextAsync(default));
        Assert.False((await _host.Trip.World.ProfileAsync(UserOps.Domain.Users.Identifier.User("u0")))!.Journeys![0].IsActive);
        var mine = (await _host.GetAsync("/api/users/u0/journeys")).Body.GetProperty("journeys")[0];
        Assert.Equal($"{run} ended", $"{mine.GetProperty("run")} {mine.GetProperty("state")}");
    }

    [Fact]
    public async Task A_journey_that_rests_does_nothing_until_it_goes_on()
    {
        var paused = await _host.PostAsync("/api/journeys/tour/pause");
        Assert.Equal(_host.Trip.Now, paused.Body.GetProperty("pausedAt").GetDateTimeOffset());
        _host.Trip.Clock.Advance(TimeSpan.FromSeconds(11));
        await _host.Trip.SayAsync("late", "Signed Up");
        await _host.Trip.PassAsync(TimeSpan.FromDays(5));
        Assert.All(await AllAsync(), run => Assert.Equal("seen", run.Step));
        Assert.Empty(await _host.Trip.RunsAsync("late"));

        var resumed = await _host.PostAsync("/api/journeys/tour/resume");
        Assert.Equal((HttpStatusCode.Accepted, "wake"), (resumed.Status, Text(resumed, "kind")));
        await _host.WorkAsync();
        Assert.All(await AllAsync(), run => Assert.Equal("rest", run.Step));
        Assert.Equal(5, (await _host.GetAsync(resumed.Headers["Location"])).Body.GetProperty("outcomes").GetProperty("woken").GetInt32());
        await _host.Trip.PassAsync(TimeSpan.FromDays(2));
        Assert.All(await AllAsync(), run => Assert.Equal(RunState.Ended, run.State));
    }

    [Fact]
    public async Task Who_goes_to_rest_while_the_journey_goes_on_is_not_forgotten()
    {
        await _host.Trip.PublishAsync("""{ "key": "short", "name": "Short", "entry": { "event": "Came" }, "steps": [ { "id": "seen", "type": "tag", "add": ["seen"] } ] }""");
        var world = _host.Trip.World;
        await world.ApplyAsync(Said.Track("came", Said.User("new"), 0, "Came") with { OccurredAt = _host.Trip.Now, ReceivedAt = _host.Trip.Now });
        await _host.PostAsync("/api/journeys/short/pause");
        world.Store.Before = async operation =>
        {
            if (operation.Partition.Value.StartsWith("j~short~", StringComparison.Ordinal) && operation.Kind == UserOps.Tests.Storage.StoreOperationKind.Commit)
            {
                // The run has seen the pause, and nobody has it on a list yet.
                world.Store.Before = null;
                await _host.PostAsync("/api/journeys/short/resume");
                await world.DrainAsync();
            }
        };

        await _host.Trip.RunAsync();

        Assert.Equal(RunState.Ended, (await _host.Trip.OnlyRunAsync("new")).State);
    }

    [Fact]
    public async Task A_late_resumption_ends_no_later_pause()
    {
        await _host.PostAsync("/api/journeys/tour/pause");
        await _host.PostAsync("/api/journeys/tour/resume");
        _host.Trip.Clock.Advance(TimeSpan.FromSeconds(1));
        await _host.PostAsync("/api/journeys/tour/pause");
        await _host.WorkAsync();

        Assert.True((await _host.GetAsync("/api/journeys")).Body.GetProperty("journeys")[0].TryGetProperty("pausedAt", out _));
    }

    [Fact]
    public async Task A_segment_is_paused_and_all_are_cancelled()
    {
        await _host.ScoreAsync();
        const string segment = """{"segment":{"map":"stage","name":"new"}}""";
        var paused = await _host.PostAsync("/api/journeys/tour/pause", segment);
        await _host.WorkAsync();
        Assert.Equal(HttpStatusCode.Accepted, paused.Status);
        Assert.All(await AllAsync(), run => Assert.Equal(RunState.Paused, run.State));

        await _host.PostAsync("/api/journeys/tour/resume", segment);
        await _host.WorkAsync();
        Assert.All(await AllAsync(), run => Assert.Equal(RunState.Active, run.State));

        var cancelled = await _host.PostAsync("/api/journeys/tour/cancel", "", "k");
        Assert.Equal(Text(cancelled, "id"), Text(await _host.PostAsync("/api/journeys/tour/cancel", "", "k"), "id"));
        await _host.WorkAsync();
        Assert.All(await AllAsync(), run => Assert.Equal(RunEndingKind.Cancelled, run.Ending!.Kind));
        Assert.Equal("segment.name", (await _host.PostAsync("/api/journeys/tour/cancel", """{"segment":{"map":"stage","name":"x"}}""")).Field);
    }

    [Fact]
    public async Task Runs_are_listed_in_pages_and_by_where_they_are()
    {
        await _host.PostAsync($"/api/journeys/tour/runs/{(await _host.Trip.OnlyRunAsync("u3")).Id}/pause");
        var (users, from) = (new List<string>(), "");
        for (var pages = 0; pages < 50; pages++)
        {
            var page = (await _host.GetAsync($"/api/journeys/tour/runs?limit=2{from}")).Body;
            users.AddRange(page.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("user").GetString()!));
            if (!page.TryGetProperty("next", out var next))
            {
                break;
            }

            from = "&from=" + next.GetString();
        }

        Assert.Equal(["u0", "u1", "u2", "u3", "u4"], users.Order());
        Assert.Equal("u3", (await _host.GetAsync("/api/journeys/tour/runs?state=paused&step=pause")).Body.GetProperty("runs").EnumerateArray().Single().GetProperty("user").GetString());
        Assert.Equal(0, (await _host.GetAsync("/api/journeys/tour/runs?state=ended")).Body.GetProperty("runs").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/journeys/tour/runs?state=asleep", 400)]
    [InlineData("/api/journeys/tour/runs?limit=0", 400)]
    [InlineData("/api/journeys/tour/runs?from=99", 400)]
    [InlineData("/api/journeys/tour/runs?version=x", 400)]
    [InlineData("/api/journeys/other/runs", 404)]
    [InlineData("/api/journeys/tour/runs/aaaaaaaaaaaaaaaaaaaaaaaaaa", 404)]
    [InlineData("/api/journeys/tour/runs/x", 404)]
    [InlineData("/api/journeys/jobs/x", 404)]
    [InlineData("/api/journeys/other/jobs", 404)]
    [InlineData("/api/journeys/tour/jobs?limit=1000", 400)]
    [InlineData("/api/journeys/other/funnel", 404)]
    [InlineData("/api/journeys/tour/funnel?version=7", 404)]
    [InlineData("/api/journeys/tour/funnel?from=soon", 400)]
    [InlineData("/api/users/nobody/journeys", 404)]
    public async Task What_is_not_there_or_cannot_be_is_said_so(string path, int status) => Assert.Equal(status, (int)(await _host.GetAsync(path)).Status);

    private async Task<IReadOnlyList<JourneyRun>> AllAsync() =>
        [.. (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _host.Trip.OnlyRunAsync($"u{i}"))))];

    private static string? Text(Answer answer, string name) => answer.Body.GetProperty(name).GetString();
}
