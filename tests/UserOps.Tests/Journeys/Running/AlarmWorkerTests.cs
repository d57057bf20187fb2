using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Domain;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

public sealed class AlarmWorkerTests
{
    private const string User = "u~ann";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly LocalBench _bench = new();

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    [Fact]
    public async Task Runs_are_driven_in_order_of_time_across_shards_and_pages()
    {
        var random = new Random(7);
        var minutes = Enumerable.Range(1, 2_000).OrderBy(_ => random.Next()).ToArray();
        var driven = new List<string>();
        _bench.Runs.Before = run => Task.Run(() => driven.Add(run));
        foreach (var minute in minutes)
        {
            await _bench.Alarms.SetAsync(User, $"run{minute:d4}", Now.AddMinutes(minute - 5_000), default);
        }

        while (await _bench.Worker.RunOnceAsync(default) <= Now)
        {
        }

        Assert.Equal(minutes.Order().Select(minute => $"run{minute:d4}"), driven);
    }

    [Fact]
    public async Task One_that_fails_holds_up_nobody_and_shows_until_it_goes_on()
    {
        var runs = Enumerable.Range(0, 20).Select(run => $"run{run}").ToArray();
        foreach (var run in runs)
        {
            _bench.Runs.Script(run, run == "run7" ? [new RunMove.Fail(8), new RunMove.Step()] : [new RunMove.Wait(Hour), new RunMove.Step()]);
            await _bench.Runs.InsertAsync(run);
            await _bench.Alarms.WakeAsync(User, run, default);
        }

        var start = Now;
        await _bench.RunUntilAsync(start + Hour);

        Assert.Equal(19, _bench.Runs.Done.Count(done => done.Move == 1 && done.At == start + Hour));
        var overdue = await _bench.Alarms.OverdueAsync(Now.AddMinutes(-5), 10, default);
        Assert.Equal((1, start), (overdue.Count, overdue.Oldest));
        Assert.Equal(("run7", 6), (overdue.First[0].RunId, overdue.First[0].Attempts));

        // 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60 minutes after the start.
        await _bench.RunUntilAsync(start + (4 * Hour));
        Assert.Equal(start.AddMinutes(183), _bench.Runs.Done.Single(done => done == ("run7", 1, done.At)).At);
        Assert.Equal(0, (await _bench.Alarms.OverdueAsync(Now, 10, default)).Count);
        Assert.Null(await _bench.Alarms.NextAsync(default));
    }

    [Fact]
    public async Task A_run_that_sleeps_until_the_past_is_put_off_and_does_not_spin()
    {
        var past = Now.AddMinutes(-1);
        var calls = 0;
        var worker = Over(new Sleeper(() =>
        {
            calls++;
            return past;
        }));
        await _bench.Alarms.SetAsync(User, "run", past, default);

        for (var next = await worker.RunOnceAsync(default); next <= Now.AddHours(5); next = await worker.RunOnceAsync(default))
        {
            _bench.Clock.Advance(TimeSpan.FromTicks(Math.Max(0, (next.Value - Now).Ticks)));
        }

        Assert.InRange(calls, 6, 12);
        var alarm = Assert.Single((await _bench.Alarms.OverdueAsync(Now, 10, default)).First);
        Assert.Equal((AlarmKind.Late, past), (alarm.Kind, alarm.Since));
    }

    [Fact]
    public async Task An_alarm_that_a_run_set_anew_while_it_fired_stays()
    {
        var next = Now + Hour;
        var worker = Over(new Sleeper(() =>
        {
            _bench.Alarms.SetAsync(User, "run", next, default).GetAwaiter().GetResult();
            return next;
        }));
        await _bench.Alarms.SetAsync(User, "run", Now, default);

        Assert.Equal(next, await worker.RunOnceAsync(default));
    }

    [Fact]
    public async Task A_wake_that_comes_while_the_run_is_advanced_has_it_advanced_again()
    {
        _bench.Runs.Script("run", new RunMove.WaitForEvent(Hour), new RunMove.Step());
        await _bench.Runs.InsertAsync("run");
        await _bench.Alarms.WakeAsync(User, "run", default);
        var first = true;
        _bench.Store.After = async operation =>
        {
            // The run has looked for events and found none.
            if (first && operation.Kind == StoreOperationKind.Commit && operation.Partition.Value == "scripted")
            {
                first = false;
                await _bench.Runs.HearAsync("run");
                await _bench.Alarms.WakeAsync(User, "run", default);
            }
        };

        await _bench.Worker.RunOnceAsync(default);

        Assert.Equal([0, 1], _bench.Runs.Done.Select(done => done.Move));
        Assert.Null(await _bench.Alarms.FindWakeAsync("run", default));
    }

    [Fact]
    public async Task An_end_of_the_process_between_the_alarm_and_the_run_loses_nothing_and_leaves_nothing()
    {
        for (var write = 1; write <= 12; write++)
        {
            foreach (var after in new[] { false, true })
            {
                var bench = new LocalBench();
                var writes = 0;
                Task CutOff(StoreOperation operation) => operation.Kind == StoreOperationKind.Commit && ++writes == write ? throw new IOException() : Task.CompletedTask;
                bench.Runs.Script("run", new RunMove.Wait(Hour), new RunMove.Wait(2 * Hour), new RunMove.Step());
                await bench.Runs.InsertAsync("run");
                await bench.Alarms.WakeAsync(User, "run", default);
                (bench.Store.Before, bench.Store.After) = (after ? null : CutOff, after ? CutOff : null);

                await bench.RunUntilAsync(bench.Clock.GetUtcNow() + (5 * Hour));

                Assert.Equal([0, 1, 2], bench.Runs.Done.Select(done => done.Move));
                Assert.Null(await bench.Alarms.NextAsync(default));
            }
        }
    }

    [Fact]
    public async Task An_alarm_without_a_run_is_kept_for_ten_minutes()
    {
        await _bench.Alarms.SetAsync(User, "run", Now, default);
        var start = Now;

        await _bench.RunUntilAsync(start.AddMinutes(9));
        Assert.Equal(start.AddMinutes(10), await _bench.Alarms.NextAsync(default));
        Assert.Equal(0, (await _bench.Alarms.OverdueAsync(start.AddMinutes(9), 1, default)).Count);
        await _bench.RunUntilAsync(start.AddMinutes(11));

        Assert.Null(await _bench.Alarms.NextAsync(default));
        Assert.Equal(11, _bench.Runs.Calls.Count);
    }

    [Fact]
    public async Task A_run_is_never_driven_twice_at_a_time_however_many_alarms_it_has()
    {
        var (at, most) = (0, 0);
        _bench.Runs.Before = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            await Task.Delay(20);
            Interlocked.Decrement(ref at);
        };
        for (var minute = 0; minute < 10; minute++)
        {
            await _bench.Alarms.SetAsync(User, "run", Now.AddMinutes(-minute), default);
        }

        await _bench.Alarms.WakeAsync(User, "run", default);
        await Over(_bench.Runs, atOnce: 8).RunOnceAsync(default);

        Assert.Equal((1, 1), (most, _bench.Runs.Calls.Count));
    }

    [Fact]
    public async Task Driven_side_by_side_are_no_more_than_allowed()
    {
        var (at, most) = (0, new ConcurrentBag<int>());
        _bench.Runs.Before = async _ =>
        {
            most.Add(Interlocked.Increment(ref at));
            await Task.Delay(5);
            Interlocked.Decrement(ref at);
        };
        for (var run = 0; run < 40; run++)
        {
            await _bench.Alarms.WakeAsync(User, $"run{run}", default);
        }

        await Over(_bench.Runs, atOnce: 3).RunOnceAsync(default);

        Assert.InRange(most.Max(), 2, 3);
    }

    [Fact]
    public async Task A_thousand_due_among_a_hundred_thousand_are_found_without_reading_the_others()
    {
        for (var run = 0; run < 100_000; run++)
        {
            await _bench.Alarms.SetAsync(User, HashText.Of("run", $"{run}"), run % 100 == 0 ? Now.AddSeconds(-run) : Now.AddDays(1).AddSeconds(run), default);
        }

        var before = _bench.Store.Counts;
        var rounds = 0;
        while (await _bench.Worker.RunOnceAsync(default) <= Now)
        {
            rounds++;
        }

        Assert.Equal(1_000, _bench.Runs.Calls.Distinct().Count());
        var spent = _bench.Store.Counts;
        Assert.InRange(rounds, 1, 4);
        Assert.InRange(spent.Queries - before.Queries, 1, 5 * 6 * 16);
        Assert.InRange(spent.Gets - before.Gets, 1_000, 2_100);
    }

    private AlarmWorker Over(IAdvanceRuns runs, int atOnce = 1) =>
        new(_bench.Alarms, new(_bench.Alarms, runs, _bench.Clock), _bench.Clock, NullLogger<AlarmWorker>.Instance) { AtOnce = atOnce };

    private sealed class Sleeper(Func<DateTimeOffset> until) : IAdvanceRuns
    {
        public Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel) => Task.FromResult<RunProgress>(new RunProgress.SleepUntil(until()));
    }
}
