using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Tests.Journeys.Running;

public sealed class MergedRunTests
{
    private const string Waiting = """
        {
          "key": "waiting", "name": "Waiting", "entry": { "event": "Signed Up" },
          "steps": [
            { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P3D", "onTimeout": "lost" },
            { "id": "won", "type": "tag", "add": ["won"], "next": "end" },
            { "id": "lost", "type": "tag", "add": ["lost"] }
          ]
        }
        """;

    private readonly Trip _trip = new();

    [Theory]
    [InlineData("old", "new")]
    [InlineData("new", "old")]
    public async Task Somebody_who_becomes_somebody_else_goes_on_where_they_were(string inside, string other)
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync(inside, "Signed In");
        await _trip.SayAsync(inside, "Signed Up");
        await _trip.SayAsync(other, "Signed In");

        await MergeAsync("old", "new");
        await _trip.SayAsync("new", "Order Completed");

        Assert.Equal("order:event, won:done", await _trip.PathAsync("new"));
        Assert.Null(await _trip.World.Get<RunAlarms>().NextAsync(default));
    }

    [Theory]
    [InlineData("old", "new")]
    [InlineData("new", "old")]
    public async Task What_was_waited_for_before_the_merge_and_not_looked_at_is_not_lost(string inside, string other)
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync(inside, "Signed Up");
        await _trip.World.ApplyAsync(Said.Track("o", Said.User(inside), 0, "Order Completed") with { OccurredAt = _trip.Now, ReceivedAt = _trip.Now });
        await _trip.World.ApplyAsync(Said.Track("n", Said.User(other), 0, "Signed In") with { OccurredAt = _trip.Now, ReceivedAt = _trip.Now });

        await MergeAsync("old", "new");

        Assert.Equal("order:event, won:done", await _trip.PathAsync("new"));
    }

    [Fact]
    public async Task Of_two_in_the_same_journey_one_goes_on()
    {
        await _trip.PublishAsync(Waiting);
        await _trip.SayAsync("old", "Signed Up");
        await _trip.SayAsync("new", "Signed Up");

        await MergeAsync("old", "new");
        await _trip.PassAsync(TimeSpan.FromDays(4));

        var runs = await _trip.RunsAsync("new");
        Assert.Equal([RunEndingKind.Completed, RunEndingKind.Merged], runs.Select(run => run.Ending!.Kind).Order());
        Assert.DoesNotContain((await _trip.World.ProfileAsync(Identifier.User("new")))!.Journeys!, one => one.IsActive);
    }

    /// <summary>Killed before or after any write, and gone on with by whoever comes by next.</summary>
    [Fact]
    public async Task A_merge_that_is_killed_anywhere_loses_no_run()
    {
        for (var at = 0; at < 60; at++)
        {
            var trip = new Trip();
            await trip.PublishAsync(Waiting);
            await trip.SayAsync("old", "Signed Up");
            await trip.SayAsync("new", "Signed In");
            var (left, when) = (at / 2, at);
            Task Kill(bool before) => before == (when % 2 == 0) && left-- == 0 ? throw new IOException("Killed.") : Task.CompletedTask;
            trip.World.Store.Before = operation => operation.Changes.Count > 0 ? Kill(true) : Task.CompletedTask;
            trip.World.Store.After = operation => operation.Changes.Count > 0 ? Kill(false) : Task.CompletedTask;
            var alias = Said.Alias("a", "old", Said.User("new")) with { OccurredAt = trip.Now, ReceivedAt = trip.Now };
            try
            {
                await trip.World.ApplyAsync(alias);
            }
            catch (IOException)
            {
            }

            (trip.World.Store.Before, trip.World.Store.After) = (null, null);
            await trip.World.ApplyAsync(alias);
            await trip.RunAsync();
            await trip.SayAsync("new", "Order Completed");

            Assert.Equal("order:event, won:done", await trip.PathAsync("new"));
        }
    }

    private async Task MergeAsync(string loser, string winner)
    {
        await _trip.World.ApplyAsync(Said.Alias("a", loser, Said.User(winner)) with { OccurredAt = _trip.Now, ReceivedAt = _trip.Now });
        await _trip.RunAsync();
    }
}
