using NodaTime;
using UserOps.Application.Scoring;

namespace UserOps.Tests.Scoring;

public sealed class ScoringWorkerTests : IDisposable
{
    private readonly Workspace _workspace = new(new()
    {
        Workspace = new() { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"] },
        Scoring = new() { NightlyHour = 3 },
    });

    public ScoringWorkerTests()
    {
        _workspace.Seen("a", new(2026, 1, 1), Workspace.Order(new(2026, 1, 1), 100));
        _workspace.Clock.Now = Local(10, 12);
    }

    [Fact]
    public async Task The_first_start_waits_for_the_next_night()
    {
        var due = await OnceAsync();

        Assert.Equal(Local(11, 3), due);
        Assert.Null(await RunAsync(new(2026, 3, 9)));
    }

    [Fact]
    public async Task At_the_nightly_hour_the_day_before_is_scored_once()
    {
        await OnceAsync();
        _workspace.Clock.Now = Local(11, 3);

        Assert.Equal(Local(12, 3), await OnceAsync());
        await OnceAsync();

        var run = await RunAsync(new(2026, 3, 10));
        Assert.Equal((RunStatus.Done, 1, true), (run!.Status, run.Attempt, run.Live));
    }

    [Fact]
    public async Task A_day_scored_while_it_ran_is_scored_again_at_night()
    {
        await OnceAsync();
        await _workspace.Use<RequestRun>().RunAsync(null, default);
        await OnceAsync();
        _workspace.Clock.Now = Local(11, 4);
        await OnceAsync();

        Assert.Equal((2, RunStatus.Done), (await RunAsync(new(2026, 3, 10))) is { } run ? (run.Attempt, run.Status) : default);
    }

    [Fact]
    public async Task Of_missed_nights_only_the_last_is_made_up_for()
    {
        await OnceAsync();
        _workspace.Clock.Now = Local(20, 1);
        await OnceAsync();

        Assert.Equal(RunStatus.Done, (await RunAsync(new(2026, 3, 18)))!.Status);
        Assert.All(Enumerable.Range(9, 9), day => Assert.Null(RunAsync(new(2026, 3, day)).Result));
    }

    [Fact]
    public async Task A_run_that_keeps_failing_fails_after_three_tries_with_its_reason()
    {
        await OnceAsync();
        await _workspace.Use<RequestRun>().RunAsync(new(2026, 3, 1), default);
        _workspace.Tables.Before = operation => operation.Partition.Value == "b~80" ? throw new IOException("The disk is full.") : Task.CompletedTask;

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(_workspace.Clock.Now.AddMinutes(1), await OnceAsync());
            Assert.Equal(RunStatus.Running, (await RunAsync(new(2026, 3, 1)))!.Status);
        }

        Assert.Equal(Local(11, 3), await OnceAsync());
        var run = await RunAsync(new(2026, 3, 1));
        Assert.Equal((RunStatus.Failed, "IOException: The disk is full."), (run!.Status, run.Reason));
    }

    [Fact]
    public async Task A_failed_day_can_be_asked_for_again()
    {
        await A_run_that_keeps_failing_fails_after_three_tries_with_its_reason();
        _workspace.Tables.Before = null;

        await _workspace.Use<RequestRun>().RunAsync(new(2026, 3, 1), default);
        await OnceAsync();

        var run = await RunAsync(new(2026, 3, 1));
        Assert.Equal((RunStatus.Done, null, 2), (run!.Status, run.Reason, run.Attempt));
    }

    [Fact]
    public async Task Asking_for_a_day_twice_is_one_run()
    {
        var request = _workspace.Use<RequestRun>();

        var first = Assert.IsType<RunRequested.Accepted>(await request.RunAsync(new(2026, 3, 1), default));
        var second = Assert.IsType<RunRequested.Accepted>(await request.RunAsync(new(2026, 3, 1), default));

        Assert.Equal((false, true), (first.Joined, second.Joined));
        Assert.Single(await _workspace.Use<RunRows>().WantedAsync(default));
    }

    [Fact]
    public async Task Today_is_a_day_of_the_workspace_and_tomorrow_is_refused()
    {
        _workspace.Clock.Now = Local(11, 1);

        Assert.Equal(new(2026, 3, 11), Assert.IsType<RunRequested.Accepted>(await _workspace.Use<RequestRun>().RunAsync(null, default)).Run.AsOf);
        Assert.Equal(new(2026, 3, 11), Assert.IsType<RunRequested.InFuture>(await _workspace.Use<RequestRun>().RunAsync(new(2026, 3, 12), default)).Today);
    }

    [Fact]
    public async Task Whoever_waits_is_woken_when_a_run_is_wanted()
    {
        var waiting = _workspace.Use<ScoringWakeup>().WaitAsync(Local(11, 3), default);
        Assert.False(waiting.IsCompleted);

        await _workspace.Use<RequestRun>().RunAsync(null, default);

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _workspace.Dispose();

    private static DateTimeOffset Local(int day, int hour) => new DateTimeOffset(2026, 3, day, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private Task<DateTimeOffset> OnceAsync() => _workspace.Use<ScoringWorker>().RunOnceAsync(default);

    private Task<ScoringRun?> RunAsync(DateOnly day) => _workspace.Use<RunRows>().FindAsync(day, default);
}
