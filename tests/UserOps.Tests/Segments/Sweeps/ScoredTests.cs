using UserOps.Application.Scoring;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
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

    private DateOnly Today => DateOnly.FromDateTime(_town.Now.UtcDateTime);

    private Task BoughtAsync() => _town.World.ApplyAsync(
        [.. ((string[])["ann", "bob", "cem"]).Select((who, i) => Order($"b{i}", User(who), $"o{i}", _town.Day, Placed(_town.Day), Total(_town.Day, 5_000)))]);

    private async Task NightAsync()
    {
        await _town.World.Get<ScoreUsers>().RunAsync(Today, null, default);
        await _town.WorkAsync();
    }
}
