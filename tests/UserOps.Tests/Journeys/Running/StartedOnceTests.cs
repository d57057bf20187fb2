using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Tests.Journeys.Running;

/// <summary>One cause starts one run, whoever the person becomes and however many send under the same name.</summary>
public sealed class StartedOnceTests
{
    private const string Short = """
        { "key": "short", "name": "Short", "entry": { "event": "Signed Up", "where": { "field": "event.plan", "op": "is", "value": "pro" } }, "reEntry": "afterExit",
          "steps": [ { "id": "done", "type": "tag", "add": ["done"] } ] }
        """;

    private readonly Trip _trip = new();

    [Fact]
    public async Task A_run_that_ended_before_a_merge_does_not_begin_again_by_the_same_event()
    {
        await _trip.PublishAsync(Short);
        var signedUp = SignedUp("1", "old");
        await _trip.World.ApplyAsync(signedUp);
        await _trip.RunAsync();
        await _trip.World.ApplyAsync(SignedUp("2", "new") with { Name = "Signed In" });
        var left = (await _trip.World.ProfileAsync(Identifier.User("old")))!.Key;
        await _trip.World.ApplyAsync(Alias());
        await _trip.RunAsync();

        var row = _trip.World.Store.Rows.Single(one => one.Key.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal) && IsSignedUp(one)).Key.Value;
        await _trip.World.Get<EnterJourneys>().RunAsync(left, [new(1, "Signed Up", row)], default);
        await _trip.RunAsync();

        Assert.Single(await _trip.RunsAsync("new"));
    }

    [Fact]
    public async Task Two_people_whose_events_bear_the_same_number_both_come_in()
    {
        await _trip.PublishAsync(Short);
        await _trip.World.ApplyAsync(SignedUp("1", "ann"));
        await _trip.World.ApplyAsync(SignedUp("1", "ben"));
        await _trip.RunAsync();

        Assert.NotEqual((await _trip.OnlyRunAsync("ann")).Id, (await _trip.OnlyRunAsync("ben")).Id);
    }

    /// <summary>Whoever applied the event stands still after any of its reads while somebody else merges the user away.</summary>
    [Fact]
    public async Task Who_signs_up_while_becoming_somebody_else_comes_in_once()
    {
        var overtaken = 0;
        for (var at = 0; at < 30; at++)
        {
            var trip = new Trip();
            await trip.PublishAsync(Short);
            await trip.World.ApplyAsync(SignedUp("0", "old") with { Name = "Signed In" }, SignedUp("2", "new") with { Name = "Signed In" });
            var left = at;
            using var other = Other(trip);
            trip.World.Store.Before = async _ =>
            {
                if (left-- == 0)
                {
                    overtaken++;
                    await other.GetRequiredService<IApplyEvents>().RunAsync([Alias()], default);
                }
            };
            await trip.World.ApplyAsync(SignedUp("1", "old"));
            trip.World.Store.Before = null;
            await trip.World.ApplyAsync(Alias());
            await trip.RunAsync();

            Assert.Equal("done:done", await trip.PathAsync("new"));
        }

        Assert.InRange(overtaken, 5, 30);
    }

    /// <summary>The other begins the run and dies before it wakes it up, after any read of the one that it overtakes.</summary>
    [Fact]
    public async Task A_run_that_was_begun_by_somebody_who_died_is_woken_up_by_whom_they_overtook()
    {
        for (var at = 0; at < 15; at++)
        {
            var trip = new Trip();
            await trip.PublishAsync(Short);
            var left = at;
            using var other = Other(trip, new Dying());
            trip.World.Store.Before = async _ =>
            {
                if (left-- == 0)
                {
                    await Record.ExceptionAsync(() => other.GetRequiredService<IApplyEvents>().RunAsync([SignedUp("1", "ann")], default));
                }
            };
            await trip.World.ApplyAsync(SignedUp("1", "ann"));
            trip.World.Store.Before = null;
            await trip.RunAsync();

            Assert.Equal("done:done", await trip.PathAsync("ann"));
        }
    }

    private sealed class Dying : IRunDriver
    {
        public Task WakeAsync(string userKey, string runId, CancellationToken cancel) => throw new IOException("Killed.");
    }

    /// <summary>Another process over the same storage; within one, whoever applies events to a user waits for the turn.</summary>
    private static ServiceProvider Other(Trip trip, IRunDriver? driver = null) => new ServiceCollection()
        .AddUserOps(new())
        .AddSingleton<ITableStore>(trip.World.Store)
        .AddSingleton<IMessageQueue>(trip.World.Queue)
        .AddSingleton(World.Keys)
        .AddSingleton<TimeProvider>(trip.Clock)
        .AddSingleton<IEmailSender, NoEmail>()
        .AddSingleton<IRunDriver>(services => driver ?? ActivatorUtilities.CreateInstance<WakeByRow>(services))
        .BuildServiceProvider();

    private static bool IsSignedUp(Row row) => IncomingEvent.Read(Documents.ReadBytes(row)).Event.Name == "Signed Up";

    private UserEvent SignedUp(string key, string user) => Said.Track(key, Said.User(user), 0, "Signed Up") with
    {
        OccurredAt = _trip.Now,
        ReceivedAt = _trip.Now,
        Properties = System.Text.Json.JsonSerializer.SerializeToElement(new { plan = "pro" }),
    };

    private UserEvent Alias() => Said.Alias("a", "old", Said.User("new")) with { OccurredAt = _trip.Now, ReceivedAt = _trip.Now };
}
