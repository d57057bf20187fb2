using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages;
using UserOps.Application.Settings;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Tests.Journeys.Running;

/// <summary>The application in memory with people inside journeys, and a clock that stands still until somebody lets time pass.</summary>
internal sealed class Trip
{
    public Trip(UserOpsSettings? settings = null, IEmailSender? email = null) => World = new(settings, Clock, email);

    public ManualClock Clock { get; } = new();

    public World World { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public async Task PublishAsync(string json)
    {
        var key = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("key").GetString()!;
        Assert.IsNotType<JourneySaved.Unreadable>(await World.Get<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(json), null, default));
        var published = await World.Get<PublishJourney>().RunAsync(key, null, default);
        Assert.True(published is JourneyPublished.Done, published is JourneyPublished.Refused { Mistakes: var mistakes } ? string.Join('\n', mistakes) : published.ToString());
    }

    /// <summary>Something that happens now.</summary>
    public async Task SayAsync(string user, string name, object? properties = null)
    {
        await World.ApplyAsync(Said.Track(Guid.NewGuid().ToString("N"), Said.User(user), 0, name) with
        {
            OccurredAt = Now,
            ReceivedAt = Now,
            Properties = properties is null ? null : System.Text.Json.JsonSerializer.SerializeToElement(properties),
        });
        await RunAsync();
    }

    public Task TellAsync(string user, params (string Name, string Value)[] traits) =>
        World.ApplyAsync(Said.Identify(Guid.NewGuid().ToString("N"), Said.User(user), 0, traits) with { OccurredAt = Now, ReceivedAt = Now });

    /// <summary>Does what is due now.</summary>
    public async Task RunAsync()
    {
        var alarms = World.Get<RunAlarms>();
        for (var round = 0; round < 1_000; round++)
        {
            var due = new List<RunAlarm>();
            for (var shard = 0; shard < AlarmKeys.Shards; shard++)
            {
                due.AddRange(await alarms.DueAsync(shard, Now, 100, default));
            }

            if (due.Count == 0)
            {
                return;
            }

            foreach (var alarm in due.OrderBy(alarm => alarm.At))
            {
                await World.Get<AdvanceRun>().RunAsync(alarm.UserKey, alarm.RunId, default);
                await alarms.RemoveAsync(alarm, default);
            }
        }

        Assert.Fail("The runs do not come to rest.");
    }

    /// <summary>Lets time pass, with everything due on the way happening in order.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var target = Now + time;
        await RunAsync();
        while (await World.Get<RunAlarms>().NextAsync(default) is { } next && next <= target)
        {
            Clock.Advance(next - Now);
            await RunAsync();
        }

        Clock.Advance(target - Now);
    }

    public async Task<IReadOnlyList<JourneyRun>> RunsAsync(string user)
    {
        var profile = await World.ProfileAsync(Identifier.User(user));
        return profile is null ? [] : await World.Get<JourneyRunRows>().OfUserAsync(profile.Key, default).OrderBy(run => run.StartedAt).ToListAsync();
    }

    public async Task<JourneyRun> OnlyRunAsync(string user) => Assert.Single(await RunsAsync(user));

    /// <summary>Which way it went.</summary>
    public async Task<string> PathAsync(string user) => string.Join(", ", (await OnlyRunAsync(user)).Path.Select(left => $"{left.Step}:{left.Outcome}"));
}
