using UserOps.Application.Scoring;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Tests.Scoring.Value;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Sweeps;

/// <summary>The night looks again at those whom it put elsewhere, and at nobody else.</summary>
public sealed class ScoredTests
{
    private readonly Town _town = new();

    [Fact]
    public async Task Who_comes_to_stand_elsewhere_by_night_enters_and_leaves_segments()
    {
        await _town.World.PublishAsync("dormant", """{"field":"stage","op":"in","value":["dormant","churned"]}""");
        await _town.PassAsync(BackFill.Wait);
        await BoughtAsync();
        await NightAsync();
        await _town.CheckAsync("first night");
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));

        _town.Clock.Advance(TimeSpan.FromDays(300));
        await NightAsync();
        await _town.CheckAsync("last night");
        Assert.Equal("dormant", await _town.SegmentsOfAsync("ann"));

        // A night that changes nobody's scores looks at nobody.
        var looked = 0;
        _town.World.Store.Before = operation =>
        {
            looked += operation.Partition.Value.StartsWith(UserKeys.Prefix, StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };
        _town.Clock.Advance(TimeSpan.FromDays(1));
        await NightAsync();
        Assert.Equal(0, looked);
    }

    [Fact]
    public async Task A_night_whose_process_died_after_publishing_looks_at_them_all_the_same()
    {
        await _town.World.PublishAsync("dormant", """{"field":"stage","op":"in","value":["dormant","churned"]}""");
        await _town.PassAsync(BackFill.Wait);
        await BoughtAsync();
        _town.Clock.Advance(TimeSpan.FromDays(300));
        _town.World.Store.Before = operation => operation.Partition.Value.StartsWith("sweep", StringComparison.Ordinal) ? throw new IOException("gone") : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(NightAsync);
        _town.World.Store.Before = null;
        await _town.World.Get<PublishRun>().RunAsync(Today, default);
        await _town.WorkAsync();
        Assert.Equal("dormant", await _town.SegmentsOfAsync("ann"));
        await _town.CheckAsync("after a death");
    }

    [Fact]
    public async Task Where_no_segment_asks_about_scores_the_night_looks_at_nobody()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await BoughtAsync();
        await _town.PassAsync(BackFill.Wait);
        await NightAsync();
        Assert.Empty(await _town.World.Get<SweepRows>().OpenAsync(default).ToListAsync());
        Assert.Empty(_town.World.Queue.Pending);
    }

    [Fact]
    public async Task Where_a_segment_asks_about_predictions_the_night_looks_at_everybody()
    {
        await _town.World.PublishAsync("gone", """{"field":"expected.alive","op":"lessThan","value":0.3}""");
        await _town.World.PublishAsync("frequent", """{"field":"rhythm.days","op":"atMost","value":20}""");
        await _town.World.PublishAsync("worthy", """{"field":"expected.lifetimeValue","op":"atLeast","value":100}""");
        await _town.PassAsync(BackFill.Wait);
        var customers = Cdnow.Histories.OrderBy(one => one.Key).Take(400).ToList();
        foreach (var some in customers.Chunk(50))
        {
            await _town.World.ApplyAsync([.. some.SelectMany(one => one.Value.Entries.ToArray().Select((entry, i) => Bought($"c{one.Key}", i, entry)))]);
        }

        await NightAsync(new(1997, 9, 30));
        await _town.CheckAsync("calibration");
        var then = Members();
        Assert.All(then.Values, users => Assert.InRange(users, 1, 399));

        // Nobody bought anything; another day and another model move people all the same.
        await NightAsync(new(1998, 6, 30));
        await _town.CheckAsync("end");
        Assert.All(then, one => Assert.NotEqual(one.Value, Members()[one.Key]));

        // An order that comes late changes what was expected of its person as of the published day, at once.
        var (customer, history) = customers.Last(one => one.Value.Entries.Length == 1);
        Assert.DoesNotContain("frequent", await _town.SegmentsOfAsync($"c{customer}"), StringComparison.Ordinal);
        var day = history.Entries[0].OrderDay + 3;
        await _town.World.ApplyAsync(Bought($"c{customer}", 1, new(day, day, 1, 5_000)));
        Assert.Contains("frequent", await _town.SegmentsOfAsync($"c{customer}"), StringComparison.Ordinal);
        await _town.CheckAsync("late order");
    }

    [Fact]
    public async Task Where_a_condition_asks_about_what_the_night_holds_only_the_changed_are_looked_at()
    {
        await _town.World.PublishAsync("leaving", """{"field":"churn.risk","op":"isNot","value":"healthy"}""");
        await _town.PassAsync(BackFill.Wait);
        await BoughtAsync();
        await NightAsync();
        Assert.Equal(0, await ScoredDayAsync());

        _town.Clock.Advance(TimeSpan.FromDays(91));
        await NightAsync();

        await _town.CheckAsync("later");
        Assert.Equal("leaving", await _town.SegmentsOfAsync("ann"));
    }

    [Fact]
    public async Task What_a_failed_night_wrote_is_looked_at_by_the_next_one_that_is_published()
    {
        await _town.World.PublishAsync("dormant", """{"field":"stage","op":"in","value":["dormant","churned"]}""");
        await _town.PassAsync(BackFill.Wait);
        await BoughtAsync();
        await NightAsync();
        _town.Clock.Advance(TimeSpan.FromDays(300));
        var written = 0;
        _town.World.Store.Before = operation =>
        {
            written += operation.Kind == StoreOperationKind.Commit ? operation.Changes.Count(change => change.Key.Value.StartsWith("S~", StringComparison.Ordinal)) : 0;
            return written >= 3 && operation.Kind == StoreOperationKind.Commit && !operation.Partition.Value.StartsWith("b~", StringComparison.Ordinal) ? throw new IOException("gone") : Task.CompletedTask;
        };
        await Assert.ThrowsAnyAsync<Exception>(NightAsync);
        _town.World.Store.Before = null;
        await _town.World.Get<FailRun>().RunAsync(Today, "gone", 3, final: true, default);
        Assert.Equal(RunStatus.Failed, (await _town.World.Get<RunRows>().GetAsync(Today, default)).Status);

        for (var night = 0; night < 3; night++)
        {
            _town.Clock.Advance(TimeSpan.FromDays(1));
            await NightAsync();
        }

        Assert.Equal("dormant", await _town.SegmentsOfAsync("ann"));
        await _town.CheckAsync("after a failed night");
    }

    private static UserEvent Bought(string who, int number, PurchaseEntry entry)
    {
        var day = (Domain.Days.ToDate(entry.OrderDay).ToDateTime(new(12, 0)) - Start.UtcDateTime).TotalDays;
        return Order($"{who}-{number}", User(who), $"{who}-{number}", day, Placed(day), Total(day, entry.AmountMinor));
    }

    private async Task<int?> ScoredDayAsync()
    {
        var run = await _town.World.Get<RunRows>().GetAsync(Today, default);
        return (await _town.World.Get<SweepRows>().FindAsync(Domain.HashText.Of("scored", $"{Today:yyyy-MM-dd}~{run.Attempt}"), default))!.ScoredDay;
    }

    private Dictionary<string, int> Members() => _town.World.Profiles().SelectMany(profile => profile.Segments ?? []).CountBy(one => one.Segment).ToDictionary();

    private async Task NightAsync(DateOnly asOf)
    {
        await _town.World.Get<ScoreUsers>().RunAsync(asOf, null, default);
        await _town.PassAsync(BackFill.Wait);
    }

    private DateOnly Today => DateOnly.FromDateTime(_town.Now.UtcDateTime);

    private Task BoughtAsync() => _town.World.ApplyAsync(
        [.. ((string[])["ann", "bob", "cem"]).Select((who, i) => Order($"b{i}", User(who), $"o{i}", _town.Day, Placed(_town.Day), Total(_town.Day, 5_000)))]);

    private async Task NightAsync()
    {
        await _town.World.Get<ScoreUsers>().RunAsync(Today, null, default);
        await _town.WorkAsync();
    }
}
