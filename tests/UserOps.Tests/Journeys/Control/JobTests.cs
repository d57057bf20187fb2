using UserOps.Application.Events;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Users;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Journeys.Control;

public sealed class JobTests
{
    internal const string Tour = """
        { "key": "tour", "name": "Tour", "entry": "manual", "reEntry": "afterExit", "steps": [ { "id": "seen", "type": "tag", "add": ["seen"] }, { "id": "pause", "type": "wait", "for": "P2D" } ] }
        """;

    private readonly Trip _trip = new();

    [Fact]
    public async Task A_message_that_comes_twice_counts_nobody_twice()
    {
        await PrepareAsync(_trip, 1_200);
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
        await PrepareAsync(_trip, 300);
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
        await PrepareAsync(_trip, 5);
        await StartAsync(_trip, 5);
        await _trip.World.Get<PauseJourney>().RunAsync("tour", default);
        await _trip.World.DrainAsync();
        Assert.Equal((JobState.Running, 0), ((await JobAsync()).State, (await JobAsync()).Done));

        await _trip.World.Get<ControlJourney>().ResumeAsync("tour", default);
        _trip.Clock.Advance(TimeSpan.FromMinutes(1));
        await _trip.World.DrainAsync();
        Assert.Equal((JobState.Done, 5), ((await JobAsync()).State, (await JobAsync()).Outcomes["started"]));
    }

    [Fact]
    public async Task One_whose_rows_are_broken_holds_nobody_up_for_good()
    {
        await PrepareAsync(_trip, 40);
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
        await PrepareAsync(_trip, 1_200);
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
        await PrepareAsync(_trip, 5);
        await StartAsync(_trip, 5);
        _trip.World.Queue.Complete(Assert.Single(_trip.World.Queue.Pending));
        await _trip.World.Get<SweepJobs>().RunOnceAsync(default);
        Assert.Empty(_trip.World.Queue.Pending);

        _trip.Clock.Advance(SweepJobs.Age + TimeSpan.FromMinutes(1));
        await _trip.World.Get<SweepJobs>().RunOnceAsync(default);
        await _trip.World.DrainAsync();

        Assert.Equal(JobState.Done, (await JobAsync()).State);
    }

    internal static string Id => CreateJob.IdOf(JobKind.Start, "tour", "k");

    internal static async Task PrepareAsync(Trip trip, int people)
    {
        await trip.PublishAsync(Tour);
        foreach (var some in Enumerable.Range(0, people).Chunk(100))
        {
            await trip.World.ApplyAsync([.. some.Select(i => Said.Identify($"i{i}", Said.User($"u{i}"), 0))]);
        }
    }

    internal static async Task StartAsync(Trip trip, int people, int? rate = null)
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
}
