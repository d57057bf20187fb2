using System.Text.Json;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys.Watching;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys.Control;

public sealed class FunnelTests : IAsyncLifetime
{
    private const string Tour = """
        {
          "key": "tour", "name": "Tour", "entry": { "event": "Signed Up" }, "goal": { "event": "Order Completed" },
          "steps": [
            { "id": "arms", "type": "split", "arms": [ { "name": "converted", "weight": 1, "then": "seen" }, { "name": "b", "weight": 1, "then": "seen" } ] },
            { "id": "seen", "type": "tag", "add": ["seen"] },
            { "id": "pause", "type": "wait", "for": "P2D" },
            { "id": "asked", "type": "waitForEvent", "event": "Asked", "timeout": "P2D", "onTimeout": "bye" },
            { "id": "bye", "type": "exit", "reason": "silent" }
          ]
        }
        """;

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_step_tells_who_came_waits_left_and_ended()
    {
        await _host.Trip.PublishAsync(Tour);
        for (var i = 0; i < 6; i++)
        {
            await _host.Trip.SayAsync($"u{i}", "Signed Up");
        }

        await _host.Trip.SayAsync("u0", "Order Completed");
        await _host.PostAsync($"/api/journeys/tour/runs/{(await _host.Trip.OnlyRunAsync("u1")).Id}/pause");
        await _host.Trip.PassAsync(TimeSpan.FromDays(3));
        await _host.Trip.SayAsync("u2", "Asked");
        await _host.Trip.PassAsync(TimeSpan.FromDays(3));
        await _host.Trip.SayAsync("u9", "Signed Up");

        var funnel = (await _host.GetAsync("/api/journeys/tour/funnel")).Body;
        Assert.Equal("7 1 1 1", $"{funnel.GetProperty("runs")} {funnel.GetProperty("active")} {funnel.GetProperty("paused")} {funnel.GetProperty("converted")}");
        Assert.Equal(_host.Trip.Now, funnel.GetProperty("asOf").GetDateTimeOffset());
        Assert.Equal("""{"converted":1,"exited":4}""", Sorted(funnel.GetProperty("ended")));
        Assert.Equal("""{"silent":4}""", Sorted(funnel.GetProperty("exits")));
        Assert.Equal(
            [
                "arms split 7 0 {}", """seen tag 7 0 {"done":7} {}""", """pause wait 7 2 {"done":4} {"converted":1}""",
                """asked waitForEvent 4 0 {"event":1,"timeout":3} {}""", """bye exit 4 0 {} {"exited":4}""",
            ],
            funnel.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString() == "arms"
                ? $"arms split {step.GetProperty("entered")} {step.GetProperty("waiting")} {Sorted(step.GetProperty("ended"))}"
                : $"{step.GetProperty("step")} {step.GetProperty("type")} {step.GetProperty("entered")} {step.GetProperty("waiting")} {Sorted(step.GetProperty("left"))} {Sorted(step.GetProperty("ended"))}"));
        Assert.Equal(7, funnel.GetProperty("steps")[0].GetProperty("left").EnumerateObject().Sum(way => way.Value.GetInt32()));
        var later = (await _host.GetAsync($"/api/journeys/tour/funnel?from={_host.Trip.Now:yyyy-MM-ddTHH:mm:ssZ}")).Body;
        Assert.Equal(1, later.GetProperty("runs").GetInt32());
    }

    [Fact]
    public void The_lift_compares_with_those_who_were_held_out_and_leaves_out_who_was_there_already()
    {
        var count = new FunnelCount();
        foreach (var (number, holdOut, ending) in new[] { (5, false, RunEndingKind.Converted), (78, false, RunEndingKind.Completed), (12, true, RunEndingKind.Converted), (87, true, RunEndingKind.Left), (40, true, RunEndingKind.AlreadyThere) })
        {
            for (var i = 0; i < number; i++)
            {
                count.Add(new RunSummary
                {
                    Run = "r", UserKey = "u", Version = 1, State = RunState.Ended, StartedAt = Said.Start, ReachedAt = Said.Start, HoldOut = holdOut, Ending = new(ending), EndedAt = Said.Start,
                });
            }
        }

        var lift = count.Of(Journey(), 1, Said.Start).Lift;
        Assert.Equal((new FunnelGroup(83, 5), new FunnelGroup(99, 12)), (lift.Treated, lift.HeldOut));
        Assert.Equal((-1.4078304, .1591813, false), (Math.Round(lift.Difference!.Z!.Value, 7), Math.Round(lift.Difference.P!.Value, 7), lift.Difference.TooFew));
        Assert.Contains("no more than chance", lift.Note, StringComparison.Ordinal);
        Assert.Contains("Too few", Lift.Of(new(10, 1), new(10, 2), true).Note, StringComparison.Ordinal);
        Assert.Contains("Nobody is held out", Lift.Of(new(10, 1), new(0, 0), true).Note, StringComparison.Ordinal);
        Assert.Contains("no goal", Lift.Of(new(10, 1), new(10, 1), false).Note, StringComparison.Ordinal);
    }

    private static JourneyDefinition Journey() =>
        ((JourneyReading.Of)JourneyReader.Read(System.Text.Encoding.UTF8.GetBytes(Tour), ConditionForm.Full.Read)).Journey;

    private static string Sorted(JsonElement counts) =>
        JsonSerializer.Serialize(counts.EnumerateObject().OrderBy(count => count.Name, StringComparer.Ordinal).ToDictionary(count => count.Name, count => count.Value.GetInt32()));
}
