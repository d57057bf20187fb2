using System.Text.Json;
using Microsoft.DurableTask.Client;
using UserOps.Application.Journeys;
using UserOps.Functions.Journeys;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>What of the orchestrator no driver's table can see.</summary>
public sealed class JourneyRunV1Tests
{
    private const string User = "u~ann";
    private const string Run = "run1";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly DurableBench _bench = new(seed: 4);

    private ReplayedInstance Instance => _bench.Hub[Run];

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    [Fact]
    public async Task A_run_has_one_orchestration_under_its_own_id_and_hardly_any_payload()
    {
        await StartAsync([.. Enumerable.Repeat(new RunMove.Wait(Day), 30)]);

        await _bench.RunUntilAsync(Now + (31 * Day));

        var instance = Assert.Single(_bench.Hub.Instances);
        Assert.Equal((nameof(JourneyRunV1), Run), (instance.Name, instance.Id));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status);
        Assert.InRange(instance.Payloads.Max(payload => payload.Bytes), 1, 200);
        Assert.DoesNotContain(instance.Payloads, payload => payload.Kind == "Status");
    }

    /// <summary>Counted, since each event of a history is an operation of the hub and a line of every replay.</summary>
    [Fact]
    public async Task History_stays_below_ten_events_however_long_the_journey_is()
    {
        await StartAsync([.. Enumerable.Repeat(new RunMove.Wait(Day), 60)]);
        var longest = 0;
        while (Instance.IsAtWork)
        {
            await _bench.Hub.StepAsync();
            longest = Math.Max(longest, Instance.History.Count);
        }

        Assert.InRange(longest, 1, 9);
        Assert.InRange(Instance.Execution, 60, 62);
        Assert.InRange(Instance.Actions.Count, 120, 124);
    }

    [Fact]
    public async Task An_event_that_is_lost_is_made_up_for_by_the_timer_and_the_row()
    {
        _bench.Hub.Faults.LosesEvent = (_, _) => true;
        await StartAsync(new RunMove.WaitForEvent(20 * Day), new RunMove.Step());
        await _bench.RunUntilAsync(Now + Hour);

        await HearAsync();
        await _bench.RunUntilAsync(Now + Hour);
        Assert.Empty(_bench.Runs.Done);

        // The timer's own events are lost too until the hub recovers.
        _bench.Hub.Faults.LosesEvent = (_, _) => false;
        await _bench.RunUntilAsync(Now.AddMinutes(6));
        Assert.Equal([0, 1], _bench.Runs.Done.Select(done => done.Move));
        Assert.Null(await _bench.Alarms.NextAsync(default));
    }

    [Fact]
    public async Task A_hint_that_is_lost_is_made_up_for_within_eight_minutes()
    {
        await StartAsync(new RunMove.WaitForEvent(20 * Day), new RunMove.Step());
        await _bench.RunUntilAsync(Now + Hour);
        _bench.Hints.Before = _ => throw new IOException("No queue.");

        await HearAsync();
        await _bench.RunUntilAsync(Now.AddMinutes(8));

        Assert.Equal([0, 1], _bench.Runs.Done.Select(done => done.Move));
    }

    /// <summary>Raised while the activity runs, so that nobody waits for it yet, and carried over into the next execution or not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_that_comes_between_two_waits_needs_no_timer(bool loses)
    {
        _bench.HasTimer = false;
        _bench.Hub.Faults.LosesCarriedEvents = loses;
        await StartAsync(new RunMove.WaitForEvent(20 * Day), new RunMove.WaitForEvent(20 * Day), new RunMove.Step());
        await _bench.RunUntilAsync(Now + Hour);
        for (var heard = 0; heard < 2; heard++)
        {
            await HearAsync();
            await _bench.DrainAsync();
            await _bench.Hub.StepAsync();
        }

        await _bench.RunUntilAsync(Now + Hour);

        Assert.Equal([0, 1, 2], _bench.Runs.Done.Select(done => done.Move));
    }

    [Fact]
    public async Task A_run_that_keeps_failing_is_tried_about_hourly_and_its_orchestration_never_ends()
    {
        await StartAsync(new RunMove.Fail(1_000), new RunMove.Step());
        _bench.HasTimer = false;

        await _bench.RunUntilAsync(Now + (2 * Day));

        Assert.Equal(OrchestrationRuntimeStatus.Running, Instance.Status);
        Assert.InRange(_bench.Runs.Calls.Count, 6 * 40, 6 * 48);
        Assert.Equal(1, (await _bench.Alarms.OverdueAsync(Now, 10, default)).Count);
    }

    [Fact]
    public async Task A_run_that_sleeps_until_the_past_does_not_spin()
    {
        _bench.Advance = new Fixed(new RunProgress.SleepUntil(Now.AddDays(-1)));
        await StartAsync();

        await _bench.RunUntilAsync(Now + Hour);

        Assert.InRange(Instance.Execution, 50, 62);
    }

    [Fact]
    public async Task An_orchestration_that_is_gone_is_started_again_by_the_timer()
    {
        await StartAsync(new RunMove.Wait(3 * Hour), new RunMove.Step());
        await _bench.RunUntilAsync(Now + Hour);
        _bench.Hub.Terminate(Run);

        await _bench.RunUntilAsync(Now + (2 * Hour) + TimeSpan.FromMinutes(8));

        Assert.Equal([0, 1], _bench.Runs.Done.Select(done => done.Move));
        Assert.Null(await _bench.Alarms.NextAsync(default));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    public async Task An_orchestration_that_stands_still_for_hours_is_ended_and_started_again(OrchestrationRuntimeStatus status)
    {
        await StartAsync(new RunMove.Wait(3 * Hour), new RunMove.Step());
        await _bench.RunUntilAsync(Now + Hour);
        _bench.Hub.Terminate(Run);
        await _bench.Hub.RunAsync(Now.AddMinutes(1));
        Instance.Status = status;
        _bench.Hub.Faults.LosesEvent = (_, _) => Instance.Status == status;

        await _bench.RunUntilAsync(Now + (12 * Hour));

        Assert.Equal([0, 1], _bench.Runs.Done.Select(done => done.Move));
    }

    [Fact]
    public async Task Who_is_faster_at_the_same_moment_is_told()
    {
        _bench.Client.BeforeSchedule = () =>
        {
            _bench.Client.BeforeSchedule = null;
            _bench.Hub.Start(nameof(JourneyRunV1), new JourneyRunV1Input(User, Run), Run);
        };
        await StartAsync(new RunMove.Step());
        await _bench.RunUntilAsync(Now.AddMinutes(1));

        Assert.Single(_bench.Hub.Instances);
        Assert.Single(_bench.Runs.Done);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_fails_the_hint_and_the_timer_goes_on_with_the_others()
    {
        _bench.Client.BeforeSchedule = () => throw new IOException("The hub is not there.");
        await StartAsync(new RunMove.Step());
        await Assert.ThrowsAsync<IOException>(_bench.DrainAsync);
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.OnTimerAsync();

        _bench.Client.BeforeSchedule = null;
        await _bench.RunUntilAsync(Now.AddMinutes(6));
        Assert.Single(_bench.Runs.Done);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("one two three")]
    [InlineData(" two")]
    public void A_hint_that_is_none_is_told_from_one(string text) => Assert.Null(RunHint.Read(text));

    [Fact]
    public async Task Another_release_meets_a_thousand_sleeping_orchestrations_and_every_one_goes_on()
    {
        var runs = Enumerable.Range(0, 1_000).Select(run => $"run{run:d4}").ToArray();
        foreach (var run in runs)
        {
            _bench.Runs.Script(run, new RunMove.Wait(2 * Day), new RunMove.WaitForEvent(30 * Day), new RunMove.Step());
            await _bench.Runs.InsertAsync(run);
            await _bench.Driver.WakeAsync(User, run, default);
        }

        await _bench.RunUntilAsync(Now + Day);
        Assert.All(_bench.Hub.Instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Running, instance.Status));
        var histories = _bench.Hub.Instances.ToDictionary(instance => instance.Id, instance => instance.Execution);

        // The new release lets nobody wait for events any more.
        var changed = new ScriptedRuns(_bench.Store, _bench.Alarms, _bench.Clock);
        foreach (var run in runs)
        {
            changed.Script(run, new RunMove.Wait(2 * Day), new RunMove.Wait(Day), new RunMove.Step());
        }

        _bench.Advance = changed;
        await _bench.RunUntilAsync(Now + (2 * Day) + Hour);

        Assert.Equal(1_000, histories.Count);
        Assert.All(_bench.Hub.Instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status));
        Assert.Equal(
            runs.SelectMany(run => Enumerable.Range(0, 3).Select(move => (run, move))), changed.Done.Select(done => (done.Run, done.Move)).Order());
        Assert.Null(await _bench.Alarms.NextAsync(default));
    }

    /// <summary>What stands in histories of an older release has to be understood by every later one.</summary>
    [Fact]
    public void Input_and_result_keep_their_written_form()
    {
        Assert.Equal("""{"UserKey":"u~ann","RunId":"run1"}""", JsonSerializer.Serialize(new JourneyRunV1Input(User, Run), _bench.Hub.Json));
        Assert.Equal(
            """{"State":1,"Until":"2026-01-05T09:00:00Z"}""",
            JsonSerializer.Serialize(new JourneyRunV1Step(JourneyRunV1State.Waits, new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc)), _bench.Hub.Json));
        Assert.Equal([0, 1, 2], Enum.GetValues<JourneyRunV1State>().Select(state => (int)state));
    }

    private async Task StartAsync(params IReadOnlyList<RunMove> moves)
    {
        _bench.Runs.Script(Run, moves);
        await _bench.Runs.InsertAsync(Run);
        await _bench.Driver.WakeAsync(User, Run, default);
        if (_bench.Client.BeforeSchedule is null)
        {
            await _bench.DrainAsync();
        }
    }

    private async Task HearAsync()
    {
        await _bench.Runs.HearAsync(Run);
        await _bench.Driver.WakeAsync(User, Run, default);
    }

    private sealed class Fixed(RunProgress progress) : IAdvanceRuns
    {
        public Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel) => Task.FromResult(progress);
    }
}
