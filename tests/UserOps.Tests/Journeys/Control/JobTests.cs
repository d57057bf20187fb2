using UserOps.Application.Events;
using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Users;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Journeys.Control;

public sealed class JobTests
{
    private const string Tour = """
        { "key": "tour", "name": "Tour", "entry": "manual", "reEntry": "afterExit", "steps": [ { "id": "seen", "type": "tag", "add": ["seen"] }, { "id": "pause", "type": "wait", "for": "P2D" } ] }
        """;

    private readonly Trip _trip = new();

    [Fact]
    public async Task A_crash_at_any_write_or_message_costs_nothing_but_repetition()
    {
        const int people = 20;
        for (var crashAt = 0; ; crashAt++)
        {
            var trip = await TripAsync(people);
            var (steps, dead) = (0, false);
            trip.World.Store.Before = trip.World.Store.After = operation => operation.Kind == UserOps.Tests.Storage.StoreOperationKind.Commit ? Step() : Alive();
            trip.World.Queue.Before = trip.World.Queue.After = _ => Step();
            var crashed = false;
            while (true)
            {
                try
                {
                    await StartAsync(trip, people);
                    await trip.World.DrainAsync();
                    break;
                }
                catch (CrashException)
                {
                    Assert.False(crashed);
                    (crashed, dead) = (true, false);
                }
            }

            trip.World.Store.Before = trip.World.Store.After = null;
            trip.World.Queue.Before = trip.World.Queue.After = null;
            await trip.RunAsync();
            var (job, _) = (await trip.World.Get<JobRows>().FindAsync(Id, default))!.Value;
            Assert.True(job is { State: JobState.Done, Done: people } && job.Outcomes["started"] == people && job.Outcomes.Count == 1, $"crash at {crashAt}: {job}");
            for (var i = 0; i < people; i++)
            {
                Assert.Equal("seen:done", await trip.PathAsync($"u{i}"));
            }

            await trip.World.Get<SweepJobs>().RunOnceAsync(default);
            Assert.DoesNotContain(trip.World.Store.Rows, row => row.Key.Value.StartsWith("a~", StringComparison.Ordinal) || row.Partition.Value == "jobs");
            if (!crashed)
            {
                Assert.InRange(crashAt, 50, 1_000);
                return;
            }

            Task Step()
            {
                dead |= steps++ == crashAt;
                return Alive();
            }

            // What is dead does nothing more until it is started again.
            Task Alive() => dead ? throw new CrashException() : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_message_that_comes_twice_counts_nobody_twice()
    {
        await PrepareAsync(1_200);
        await StartAsync(_trip, 1_200);
        await StartAsync(_trip, 1_200);
        var handle = _trip.World.Get<HandleMessage>();
        while (_trip.World.Queue.Due is [var message, ..])
        {
            await handle.RunAsync(message.Body, default);
            await handle.RunAsync(message.Body, default);
            _trip.World.Queue.Complete(message);
            Assert.InRange(_trip.World.Queue.Pending.Count, 0, 8);
        }

        var job = await JobAsync();
        Assert.Equal((JobState.Done, 1_200, 1_200), (job.State, job.Done, job.Outcomes["started"]));
    }

    [Fact]
    public async Task A_rate_spreads_starts()
    {
        await PrepareAsync(300);
        await StartAsync(_trip, 300, rate: 60);
        var begun = _trip.Now;
        var counts = new List<(double Minutes, int Done)>();
        while (_trip.World.Queue.NextDue is { } due)
        {
            _trip.Clock.Advance(due > _trip.Now ? due - _trip.Now : TimeSpan.Zero);
            await _trip.World.DrainAsync();
            counts.Add(((_trip.Now - begun).TotalMinutes, (await JobAsync()).Done));
        }

        Assert.Equal(300, counts[^1].Done);
        Assert.All(counts, at => Assert.InRange(at.Done, 0, (60 * at.Minutes) + 10));
        Assert.InRange(counts[^1].Minutes, 4.5, 5);
    }

    [Fact]
    public async Task While_the_journey_is_paused_the_job_waits()
    {
        await PrepareAsync(5);
        await StartAsync(_trip, 5);
        await _trip.World.Get<UserOps.Application.Journeys.Control.PauseJourney>().RunAsync("tour", default);
        await _trip.World.DrainAsync();
        Assert.Equal((JobState.Running, 0), ((await JobAsync()).State, (await JobAsync()).Done));

        await _trip.World.Get<UserOps.Application.Journeys.Control.ControlJourney>().ResumeAsync("tour", default);
        _trip.Clock.Advance(TimeSpan.FromMinutes(1));
        await _trip.World.DrainAsync();
        Assert.Equal((JobState.Done, 5), ((await JobAsync()).State, (await JobAsync()).Outcomes["started"]));
    }

    [Fact]
    public async Task One_whose_rows_are_broken_holds_nobody_up_for_good()
    {
        await PrepareAsync(40);
        await StartAsync(_trip, 40);
        var broken = World.Keys.Of(Identifier.User("u3"));
        _trip.World.Store.Before = operation => operation.Partition.Value == broken ? throw new InvalidDataException() : Task.CompletedTask;
        while (_trip.World.Queue.NextDue is { } due)
        {
            _trip.Clock.Advance(due > _trip.Now ? due - _trip.Now : TimeSpan.Zero);
            await _trip.World.DrainAsync();
        }

        var job = await JobAsync();
        Assert.Equal((JobState.Done, 39, 1), (job.State, job.Outcomes["started"], job.Outcomes["failed"]));
    }

    [Fact]
    public async Task A_cancelled_job_stops_and_keeps_its_counts()
    {
        await PrepareAsync(1_200);
        await StartAsync(_trip, 1_200);
        var first = Assert.Single(_trip.World.Queue.Pending);
        await _trip.World.Get<HandleMessage>().RunAsync(first.Body, default);
        _trip.World.Queue.Complete(first);

        await _trip.World.Get<CancelJob>().RunAsync(Id, default);
        await _trip.World.DrainAsync();

        var job = await JobAsync();
        Assert.Equal((JobState.Cancelled, 500, 500), (job.State, job.Done, job.Outcomes["started"]));
        Assert.Null(await _trip.World.Get<CancelJob>().RunAsync("nothing", default));
    }

    [Fact]
    public async Task A_job_whose_message_was_lost_is_found_again()
    {
        await PrepareAsync(5);
        await StartAsync(_trip, 5);
        _trip.World.Queue.Complete(Assert.Single(_trip.World.Queue.Pending));
        await _trip.World.Get<SweepJobs>().RunOnceAsync(default);
        Assert.Empty(_trip.World.Queue.Pending);

        _trip.Clock.Advance(SweepJobs.Age + TimeSpan.FromMinutes(1));
        await _trip.World.Get<SweepJobs>().RunOnceAsync(default);
        await _trip.World.DrainAsync();

        Assert.Equal(JobState.Done, (await JobAsync()).State);
    }

    private static string Id => CreateJob.IdOf(JobKind.Start, "tour", "k");

    private static async Task<Trip> TripAsync(int people)
    {
        var trip = new Trip();
        await trip.PublishAsync(Tour);
        foreach (var some in Enumerable.Range(0, people).Chunk(100))
        {
            await trip.World.ApplyAsync([.. some.Select(i => Said.Identify($"i{i}", Said.User($"u{i}"), 0))]);
        }

        return trip;
    }

    private async Task PrepareAsync(int people)
    {
        await _trip.PublishAsync(Tour);
        foreach (var some in Enumerable.Range(0, people).Chunk(100))
        {
            await _trip.World.ApplyAsync([.. some.Select(i => Said.Identify($"i{i}", Said.User($"u{i}"), 0))]);
        }
    }

    private static async Task StartAsync(Trip trip, int people, int? rate = null)
    {
        if (await trip.World.Get<JobRows>().FindAsync(Id, default) is var (known, _))
        {
            await trip.World.Get<CreateJob>().GoAsync(known, default);
            return;
        }

        var keys = Enumerable.Range(0, people).Select(i => World.Keys.Of(Identifier.User($"u{i}")));
        var asked = new BulkStart(Id, "", "tour", keys.ToAsyncEnumerable(), null, [], 0, null, rate, false, false);
        Assert.IsType<BulkStarted.Accepted>(await trip.World.Get<StartMany>().RunAsync(asked, default));
    }

    private async Task<JourneyJob> JobAsync() => (await _trip.World.Get<JobRows>().FindAsync(Id, default))!.Value.Job;

    private sealed class CrashException : Exception;
}
