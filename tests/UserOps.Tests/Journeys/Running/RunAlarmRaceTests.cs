using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

/// <summary>Whatever comes between two writes of one call: a run that sleeps has an alarm.</summary>
public sealed class RunAlarmRaceTests
{
    private const string Two = """
        {
          "key": "two", "name": "Two", "entry": { "event": "Signed Up" },
          "steps": [ { "id": "first", "type": "waitForEvent", "event": "Order Completed", "timeout": "P2D", "onTimeout": "end" }, { "id": "then", "type": "wait", "for": "P9D" } ]
        }
        """;

    private readonly Trip _trip = new();

    private RunAlarms Alarms => _trip.World.Get<RunAlarms>();

    [Fact]
    public async Task An_old_alarm_that_somebody_relies_on_again_is_left_alone()
    {
        await _trip.PublishAsync(Two);
        await _trip.SayAsync("ann", "Signed Up");
        var before = await _trip.OnlyRunAsync("ann");
        var old = before.Alarm!.Value;

        // Another call takes the run back to that instant, between this one's commit and its deletion of the alarm.
        _trip.World.Store.After = async operation =>
        {
            if (operation.Kind != StoreOperationKind.Commit || (await _trip.World.Get<JourneyRunRows>().FindAsync(before.UserKey, before.Id, default))?.Run is not { } now || now.Alarm == old)
            {
                return;
            }

            _trip.World.Store.After = null;
            await Alarms.SetAsync(now.UserKey, now.Id, old, default);
            var (run, etag) = (await _trip.World.Get<JourneyRunRows>().FindAsync(now.UserKey, now.Id, default))!.Value;
            await _trip.World.Store.CommitAsync(now.UserKey, [JourneyRunRows.Replace(run with { Alarm = old, Rev = run.Rev + 1 }, etag)], default);
        };
        await _trip.World.ApplyAsync(Said.Track("o", Said.User("ann"), 0, "Order Completed") with { OccurredAt = _trip.Now, ReceivedAt = _trip.Now });
        await _trip.World.Get<AdvanceRun>().RunAsync(before.UserKey, before.Id, default);

        Assert.Equal(old, (await _trip.OnlyRunAsync("ann")).Alarm);
        Assert.NotNull(await Alarms.FindAsync(before.Id, old, default));
    }

    [Fact]
    public async Task A_run_that_is_resumed_by_a_clock_behind_the_one_that_rang_its_alarm_has_another()
    {
        await _trip.PublishAsync(Two);
        await _trip.SayAsync("ann", "Signed Up");
        var run = await _trip.OnlyRunAsync("ann");
        var control = _trip.World.Get<ControlRun>();
        await control.RunAsync(run.UserKey, run.Id, RunChange.Pause, default);

        // Elsewhere it is two days later already.
        await Alarms.RemoveAsync((await Alarms.FindAsync(run.Id, run.Alarm!.Value, default))!, default);
        await control.RunAsync(run.UserKey, run.Id, RunChange.Resume, default);
        await _trip.RunAsync();

        Assert.NotNull(await Alarms.FindAsync(run.Id, run.Alarm!.Value, default));
        await _trip.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(RunState.Ended, (await _trip.OnlyRunAsync("ann")).State);
    }
}
