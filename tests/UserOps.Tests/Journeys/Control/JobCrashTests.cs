using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Segments.Audiences;
using UserOps.Domain.Journeys;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Control;

/// <summary>Invariant 10 for jobs: the process may die before or after any write and any message; whoever asked asks again, and the queue delivers again.</summary>
public sealed class JobCrashTests
{
    private const int People = 20;

    [Fact]
    public Task Everybody_is_let_in_once() => CrashEverywhereAsync(
        trip => JobTests.PrepareAsync(trip, People),
        async trip =>
        {
            await JobTests.StartAsync(trip, People);
            await trip.World.DrainAsync();
        },
        async (trip, at) =>
        {
            await DoneAsync(trip, JobTests.Id, $"crash at {at}", ("started", People));
            await AllAsync(trip, run => Assert.Equal(("pause", 1), (run.Step, run.Path.Count)));
        });

    [Fact]
    public Task Everybody_is_moved_once_and_counted_once()
    {
        var id = CreateJob.IdOf(JobKind.Migrate, "tour", "k");
        return CrashEverywhereAsync(
            async trip =>
            {
                await InsideAsync(trip);
                await trip.PublishAsync(JobTests.Tour.Replace("\"pause\", \"type\": \"wait\", \"for\": \"P2D\"", "\"break\", \"type\": \"wait\", \"for\": \"P4D\"", StringComparison.Ordinal));
            },
            async trip =>
            {
                var plan = new MigrationPlan(1, 2, new Dictionary<string, string> { ["pause"] = "break" });
                await (await trip.World.Get<JobRows>().FindAsync(id, default) is var (known, _)
                    ? trip.World.Get<CreateJob>().GoAsync(known, default)
                    : trip.World.Get<PlanMigration>().RunAsync(id, "", "tour", plan, default));
                await trip.World.DrainAsync();
            },
            async (trip, at) =>
            {
                await DoneAsync(trip, id, $"crash at {at}", ("moved", People));
                await AllAsync(trip, run => Assert.Equal((2, "break", 3, trip.Now.AddDays(4)), (run.Version, run.Step, run.Occurrence, run.Wait?.Until)));
            });
    }

    [Fact]
    public Task Everybody_goes_on_after_a_pause() => CrashEverywhereAsync(
        async trip =>
        {
            await InsideAsync(trip, JobTests.Tour.Replace("\"steps\": [", "\"steps\": [ { \"id\": \"first\", \"type\": \"wait\", \"for\": \"P1D\" },", StringComparison.Ordinal));
            await trip.World.Get<PauseJourney>().RunAsync("tour", default);
            await trip.PassAsync(TimeSpan.FromDays(1));
            await AllAsync(trip, run => Assert.Equal("seen", run.Step));
        },
        async trip =>
        {
            await trip.World.Get<ControlJourney>().ResumeAsync("tour", default);
            await trip.World.DrainAsync();
        },
        (trip, _) => AllAsync(trip, run => Assert.Equal("pause", run.Step)));

    [Fact]
    public Task Everybody_has_a_tag_once()
    {
        var id = CreateJob.IdOf(JobKind.Tag, "tag:vip", "k");
        string[] users = [.. Enumerable.Range(0, 6).Select(i => $"u{i}")];
        return CrashEverywhereAsync(
            trip => JobTests.PrepareAsync(trip, users.Length),
            async trip =>
            {
                var draft = new JourneyJob { Id = id, Kind = JobKind.Tag, Journey = "", CreatedAt = trip.Now, Tagging = new("vip", true, null, null) };
                await (await trip.World.Get<JobRows>().FindAsync(id, default) is var (known, _)
                    ? trip.World.Get<CreateJob>().GoAsync(known, default)
                    : trip.World.Get<CreateJob>().RunAsync(draft, users.Select(user => World.Keys.Of(Domain.Users.Identifier.User(user))).ToAsyncEnumerable(), default));
                await trip.World.DrainAsync();
            },
            async (trip, at) =>
            {
                var (job, _) = (await trip.World.Get<JobRows>().FindAsync(id, default))!.Value;
                Assert.True((job.State, job.Done, job.Outcomes["tagged"]) == (JobState.Done, 6, 6), $"crash at {at}: {job}");
                Assert.Equal(6, await trip.World.Get<AudienceRows>().SizeAsync("tag:vip", default));
                foreach (var user in users)
                {
                    var profile = (await trip.World.ProfileAsync(user))!;
                    Assert.Equal("vip", Assert.Single(profile.Tags).Name);
                    Assert.Single(trip.World.EventsOf(profile), said => said.Name == "Tags Changed");
                }
            });
    }

    private static async Task InsideAsync(Trip trip, string tour = JobTests.Tour)
    {
        await JobTests.PrepareAsync(trip, People);
        await trip.PublishAsync(tour);
        await JobTests.StartAsync(trip, People);
        await trip.World.DrainAsync();
        await trip.RunAsync();
    }

    private static async Task DoneAsync(Trip trip, string id, string told, params (string Outcome, int People)[] outcomes)
    {
        var (job, _) = (await trip.World.Get<JobRows>().FindAsync(id, default))!.Value;
        Assert.True(job is { State: JobState.Done, Done: People }, $"{told}: {job}");
        Assert.Equal(outcomes.Order(), job.Outcomes.Select(one => (one.Key, one.Value)).Order());
    }

    private static async Task AllAsync(Trip trip, Action<JourneyRun> check)
    {
        for (var i = 0; i < People; i++)
        {
            check(await trip.OnlyRunAsync($"u{i}"));
        }
    }

    private static async Task CrashEverywhereAsync(Func<Trip, Task> prepare, Func<Trip, Task> act, Func<Trip, int, Task> check)
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var trip = new Trip();
            await prepare(trip);
            var (steps, dead, crashed) = (0, false, false);
            trip.World.Store.Before = trip.World.Store.After = operation => operation.Kind == StoreOperationKind.Commit ? Step() : Alive();
            trip.World.Queue.Before = trip.World.Queue.After = _ => Step();
            while (true)
            {
                try
                {
                    await act(trip);
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
            await check(trip, crashAt);
            trip.Clock.Advance(SweepJobs.Age + TimeSpan.FromMinutes(1));
            await trip.World.Get<SweepJobs>().RunOnceAsync(default);
            await trip.World.DrainAsync();
            Assert.DoesNotContain(trip.World.Store.Rows, row => row.Key.Value.StartsWith("a~", StringComparison.Ordinal) || row.Partition.Value == "jobs");
            if (!crashed)
            {
                Assert.InRange(crashAt, 30, 2_000);
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

    private sealed class CrashException : Exception;
}
