using Microsoft.DurableTask.Client;
using UserOps.Application.Scoring;
using UserOps.Functions.Scoring;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>When an orchestration is started, joined, or waited for.</summary>
public sealed class StartWantedRunsTests : IDisposable
{
    private readonly Night _night = new(seed: 3, activitiesAtOnce: 5);

    public StartWantedRunsTests() => _night.Workspace.SeenPublishedOrders();

    [Fact]
    public async Task A_request_is_a_row_and_a_hint_and_the_hint_starts_it_under_the_day()
    {
        await _night.RequestAsync();
        Assert.Equal("2006-12-31", System.Text.Encoding.ASCII.GetString(Assert.Single(_night.Hints.Pending).Body));

        await _night.StartScoringAsync();

        var instance = Assert.Single(_night.ScoringInstances);
        Assert.Equal((nameof(NightlyScoring), "scoring-2006-12-31"), (instance.Name, instance.Id));
        Assert.Equal("""{"AsOf":"2006-12-31","ActivitiesAtOnce":5}""", instance.InputJson);
    }

    [Fact]
    public async Task A_second_trigger_joins_the_first()
    {
        await _night.RequestAsync();
        await _night.StartScoringAsync();
        var instance = _night.Instance;
        for (var turns = 0; turns < 20; turns++)
        {
            await _night.Hub.StepAsync();
            await _night.RequestAsync();
            await _night.StartScoringAsync();
            await _night.OnTimerAsync();
        }

        await _night.SettleAsync();

        Assert.Same(instance, Assert.Single(_night.ScoringInstances));
        Assert.Equal((RunStatus.Done, 1), ((await _night.RunAsync()).Status, (await _night.RunAsync()).Attempt));
    }

    [Fact]
    public async Task Nothing_wanted_starts_nothing()
    {
        await _night.StartScoringAsync();
        await _night.OnTimerAsync();

        Assert.Empty(_night.Hub.Instances);
    }

    [Fact]
    public async Task A_hint_that_got_lost_is_made_up_for_by_the_timer()
    {
        await _night.RequestAsync();
        _night.Hints.Complete(Assert.Single(_night.Hints.Pending));

        await _night.OnTimerAsync();
        await _night.SettleAsync();

        Assert.Equal(RunStatus.Done, (await _night.RunAsync()).Status);
    }

    [Fact]
    public async Task At_the_nightly_hour_the_timer_has_the_day_before_scored_once()
    {
        await _night.OnTimerAsync();
        for (var hour = 0; hour < 48; hour++)
        {
            _night.Clock.Advance(TimeSpan.FromHours(1));
            await _night.OnTimerAsync();
            await _night.SettleAsync();
        }

        Assert.Equal(["scoring-2026-03-10", "scoring-2026-03-11"], _night.ScoringInstances.Select(instance => instance.Id).Order());
        Assert.Equal((RunStatus.Done, 1), (await _night.RunAsync(new(2026, 3, 11)) is var run ? (run.Status, run.Attempt) : default));
    }

    [Fact]
    public async Task A_day_asked_for_while_its_orchestration_ends_is_scored_again_a_minute_later()
    {
        await _night.RequestAsync();
        await _night.Hints.DrainAsync((_, _) => _night.StartScoringAsync());
        while ((await _night.RunAsync()).Status != RunStatus.Done)
        {
            await _night.Hub.StepAsync();
        }

        // Done in the rows, but the orchestration has not heard of it.
        _night.Instance.Status = OrchestrationRuntimeStatus.Running;
        await _night.RequestAsync();
        await _night.Hints.DrainAsync((_, _) => _night.StartScoringAsync());

        // One for the day, one for the recommendations that follow it.
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)], _night.Hints.Pending.Select(hint => hint.Due - _night.Clock.GetUtcNow()));
        _night.Instance.Status = OrchestrationRuntimeStatus.Completed;
        await _night.SettleAsync();

        Assert.Equal((RunStatus.Done, 2), ((await _night.RunAsync()).Status, (await _night.RunAsync()).Attempt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_faster_at_the_same_moment_is_joined_and_other_failures_pass_on(bool faster)
    {
        await _night.RequestAsync();
        _night.Client.BeforeSchedule = () =>
        {
            if (faster)
            {
                _night.Hub.Start(nameof(NightlyScoring), new NightlyScoringInput(Night.Day, 8), StartWantedRuns.InstanceOf(Night.Day));
            }
            else
            {
                throw new IOException("The hub is not there.");
            }
        };

        if (faster)
        {
            await _night.StartScoringAsync();
            await _night.SettleAsync();
            Assert.Equal(RunStatus.Done, (await _night.RunAsync()).Status);
        }
        else
        {
            await Assert.ThrowsAsync<IOException>(_night.StartScoringAsync);
            Assert.Single(await _night.Use<RunRows>().WantedAsync(default));
        }
    }

    [Fact]
    public async Task Days_are_scored_one_at_a_time_the_earliest_first_so_that_the_last_one_stays_published()
    {
        foreach (var back in new[] { 0, 300, 30, 3 })
        {
            await _night.RequestAsync(Night.Day.AddDays(-back));
        }

        await _night.StartScoringAsync();
        var order = new List<string>();
        for (var rounds = 0; rounds < 20 && (_night.Hints.Pending.Count > 0 || _night.Hub.Instances.Any(instance => instance.IsAtWork)); rounds++)
        {
            order.AddRange(_night.ScoringInstances.Where(instance => instance.IsAtWork).Select(instance => instance.Id));
            await _night.Hub.RunAsync(_night.Hints.NextDue);
            await _night.Hints.DrainAsync((_, _) => _night.StartScoringAsync());
        }

        Assert.Equal(["scoring-2006-03-06", "scoring-2006-12-01", "scoring-2006-12-28", "scoring-2006-12-31"], order.Distinct());
        Assert.Equal(Night.Day, await _night.Use<RunRows>().LatestAsync(default));
        using var alone = new Workspace();
        alone.SeenPublishedOrders();
        foreach (var back in new[] { 300, 30, 3, 0 })
        {
            await alone.ScoreAsync(Night.Day.AddDays(-back));
        }

        Assert.Equal(alone.ScoreRows(), _night.Workspace.ScoreRows());
    }

    [Fact]
    public async Task A_run_whose_orchestration_was_ended_from_outside_is_started_again_before_an_earlier_day()
    {
        await _night.RequestAsync();
        await _night.StartScoringAsync();
        for (var turns = 0; turns < 20; turns++)
        {
            await _night.Hub.StepAsync();
        }

        _night.Hub.Terminate(_night.Instance.Id);
        await _night.RequestAsync(Night.Day.AddDays(-30));
        await _night.SettleAsync();

        Assert.Equal(RunStatus.Done, (await _night.RunAsync()).Status);
        Assert.Equal((RunStatus.Done, false), (await _night.RunAsync(Night.Day.AddDays(-30)) is var run ? (run.Status, run.Live) : default));
    }

    /// <summary>A message of the hub was lost, so that the orchestration waits for ever.</summary>
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    public async Task An_orchestration_that_has_stood_still_for_hours_is_ended_and_its_day_started_again(OrchestrationRuntimeStatus status)
    {
        await _night.RequestAsync();
        await _night.StartScoringAsync();
        _night.Hub.Terminate(_night.Instance.Id);
        await _night.Hub.RunAsync();
        _night.Instance.Status = status;
        await _night.RequestAsync(Night.Day.AddDays(-30));

        await _night.OnTimerAsync();
        Assert.Equal(status, _night.Instance.Status);

        for (var hour = 0; hour < 8; hour++)
        {
            _night.Clock.Advance(TimeSpan.FromHours(1));
            await _night.OnTimerAsync();
        }

        await _night.SettleAsync();
        Assert.Equal((RunStatus.Done, RunStatus.Done), ((await _night.RunAsync()).Status, (await _night.RunAsync(Night.Day.AddDays(-30))).Status));
    }

    /// <summary>Every step may take as long as a function may run.</summary>
    [Fact]
    public async Task An_orchestration_that_goes_on_slowly_is_left_alone()
    {
        _night.Hub.Duration = _ => TimeSpan.FromMinutes(30);
        await _night.RequestAsync();
        await _night.StartScoringAsync();
        var instance = _night.Instance;
        while (instance.IsAtWork)
        {
            await _night.Hub.RunAsync(_night.Clock.GetUtcNow() + TimeSpan.FromHours(1));
            await _night.OnTimerAsync();
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status);
        Assert.Equal((RunStatus.Done, 1), ((await _night.RunAsync()).Status, (await _night.RunAsync()).Attempt));
    }

    public void Dispose() => _night.Dispose();
}
