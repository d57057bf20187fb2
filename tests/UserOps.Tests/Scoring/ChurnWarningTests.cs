using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Tests.Journeys.Running;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Scoring;

public sealed class ChurnWarningTests : IDisposable
{
    private static readonly DateOnly Last = new(2026, 1, 10);
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Whoever_comes_to_be_at_risk_is_told_of_once()
    {
        BuysEveryTenDays("ann");
        await _workspace.ScoreAsync(Last.AddDays(20));
        await _workspace.ScoreAsync(Last.AddDays(36));
        await _workspace.ScoreAsync(Last.AddDays(36));
        await _workspace.ScoreAsync(Last.AddDays(37));

        Assert.Equal([$"{Workspace.KeyOf("ann")} Churn Warning healthy>at-risk 2026-02-15"], Warnings);
    }

    [Fact]
    public async Task Watched_first_and_then_at_risk_is_one_warning_and_so_is_each_time_after_coming_back()
    {
        BuysEveryTenDays("ann");
        await _workspace.ScoreAsync(Last.AddDays(20));
        await _workspace.ScoreAsync(Last.AddDays(25));
        await _workspace.ScoreAsync(Last.AddDays(36));
        _workspace.Add("ann", Workspace.Order(Last.AddDays(37), 1_000));
        await _workspace.ScoreAsync(Last.AddDays(37));
        await _workspace.ScoreAsync(Last.AddDays(37 + 55));

        Assert.Equal(["watch>at-risk 2026-02-15", "healthy>at-risk 2026-04-12"], Warnings.Select(line => line.Split(" Churn Warning ")[1]));
    }

    [Fact]
    public async Task Nobody_is_warned_of_at_first_sight_or_whose_row_is_older_than_the_bands()
    {
        BuysEveryTenDays("ann");
        BuysEveryTenDays("bob");
        await _workspace.ScoreAsync(Last.AddDays(20));
        _workspace.Erase("ann");
        await _workspace.ScoreAsync(Last.AddDays(21));
        BuysEveryTenDays("ann");
        await StripAsync("bob");
        await _workspace.ScoreAsync(Last.AddDays(36));

        Assert.Empty(Warnings);
    }

    [Fact]
    public async Task A_past_day_warns_of_nobody()
    {
        BuysEveryTenDays("ann");
        await _workspace.ScoreAsync(Last.AddDays(20));
        await _workspace.ScoreAsync(Last.AddDays(36));
        await _workspace.ScoreAsync(Last.AddDays(30));
        await _workspace.ScoreAsync(Last.AddDays(35));

        Assert.Single(Warnings);
    }

    [Fact]
    public async Task A_warning_lets_somebody_into_a_journey_and_one_that_a_visitor_makes_up_does_not()
    {
        var trip = new Trip();
        await trip.PublishAsync("""
            { "key": "stay", "name": "Stay", "entry": { "event": "Churn Warning", "where": { "field": "event.from", "op": "is", "value": "healthy" } },
              "steps": [ { "id": "t", "type": "tag", "add": ["leaving"] } ] }
            """);
        var first = (trip.Now - Start).TotalDays;
        foreach (var who in new[] { "ann", "bob" })
        {
            await trip.World.ApplyAsync([.. Enumerable.Range(0, 4).Select(i => first - (10 * i)).Select(day => Order($"{who}{day}", User(who), $"{who}-{day}", day, Placed(day), Total(day, 5_000)))]);
        }

        await NightAsync(trip, 1);
        await trip.PassAsync(TimeSpan.FromDays(30));
        await trip.SayAsync("bob", "Product Viewed");
        var day = (trip.Now - Start).TotalDays;
        await trip.World.ApplyAsync(Order("again", User("bob"), "again", day, Placed(day), Total(day, 5_000)));
        await trip.SayAsync("bob", TransitionEvents.ChurnWarning, new { from = "healthy", to = "at-risk" });
        await NightAsync(trip, 6);

        Assert.Equal("t:done", await trip.PathAsync("ann"));
        Assert.Empty(await trip.RunsAsync("bob"));
        Assert.Contains((await trip.World.ProfileAsync("user:ann"))!.Tags, tag => tag is { Name: "leaving", On: true });
    }

    public void Dispose() => _workspace.Dispose();

    private IReadOnlyList<string> Warnings =>
        [.. _workspace.Told.Lines.Where(line => line.Contains(" Churn Warning ", StringComparison.Ordinal)).OrderBy(line => line[^10..], StringComparer.Ordinal)];

    private void BuysEveryTenDays(string customer) =>
        _workspace.Seen(customer, Last.AddDays(-30), [.. Enumerable.Range(0, 4).Select(i => Workspace.Order(Last.AddDays(-10 * i), 1_000))]);

    /// <summary>Leaves what a release without bands wrote.</summary>
    private async Task StripAsync(string customer)
    {
        var key = Workspace.KeyOf(customer);
        var row = (await _workspace.Tables.GetAsync(FactRow.PartitionOf(key), ScoreRow.Key(key), default))!;
        var before = Properties.Of([.. row.Properties.Where(property => !property.Name.EndsWith("risk", StringComparison.Ordinal) && !property.Name.EndsWith("tier", StringComparison.Ordinal))]);
        Assert.NotEqual(row.Properties.Count, before.Count);
        Assert.IsType<CommitResult.Committed>(await _workspace.Tables.CommitAsync(row.Partition, [new Change.Upsert(before) { Key = row.Key }], default));
    }

    private static async Task NightAsync(Trip trip, int days)
    {
        await trip.PassAsync(TimeSpan.FromDays(days));
        await trip.World.Get<ScoreUsers>().RunAsync(DateOnly.FromDateTime(trip.Now.UtcDateTime), null, default);
        await trip.World.DrainAsync();
        await trip.RunAsync();
    }
}
