using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Recommendations;

public sealed class RefreshTests
{
    [Fact]
    public async Task A_run_follows_each_published_scoring_once()
    {
        var shop = await RecommendationTests.OpenAsync();
        var first = await PublishedAsync(shop);

        await shop.World.Get<RefreshRecommendations>().RunAsync(default);
        Assert.Equal(first.Id, (await PublishedAsync(shop)).Id);
        await shop.NightAsync(Shop.Day.AddDays(-3));
        Assert.Equal(first.Id, (await PublishedAsync(shop)).Id);

        shop.Clock.Advance(TimeSpan.FromDays(1));
        await shop.NightAsync(Shop.Day.AddDays(1));
        var second = await PublishedAsync(shop);
        Assert.Equal((Shop.Day.AddDays(1), 4), (second.AsOf, second.Products));
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Only_the_rows_of_this_run_and_of_the_one_before_stay()
    {
        var shop = await RecommendationTests.OpenAsync();
        for (var night = 1; night <= 4; night++)
        {
            shop.Clock.Advance(TimeSpan.FromDays(1));
            await shop.NightAsync(Shop.Day.AddDays(night));
        }

        Assert.Equal(["00000004", "00000005"], Partitions(shop).Select(partition => partition.Split('~')[1]).Distinct().Order());
        Assert.DoesNotContain(shop.World.Store.Rows, row => row.Partition.Value.StartsWith("rec~", StringComparison.Ordinal) && (row.Key.Value.StartsWith("1~", StringComparison.Ordinal) || row.Key.Value.StartsWith("2~", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Killed_at_any_write_and_run_again_it_recommends_what_it_would_have()
    {
        var calm = await RecommendationTests.OpenAsync();
        var expected = await calm.TextAsync("new");
        var writes = await WritesAsync(calm);
        for (var kill = 0; kill < writes; kill += kill < 250 ? 41 : 1)
        {
            var shop = await ScoredAsync();
            var before = 0;
            Task Count(StoreOperation operation) => operation.Changes.Count > 0 && before++ == kill ? throw new IOException("killed") : Task.CompletedTask;
            shop.World.Store.Before = kill % 2 == 0 ? Count : null;
            shop.World.Store.After = kill % 2 == 0 ? null : Count;
            await Record.ExceptionAsync(() => shop.World.Get<RefreshRecommendations>().RunAsync(default));
            shop.World.Store.Before = shop.World.Store.After = null;

            await shop.World.Get<RefreshRecommendations>().RunAsync(default);

            Assert.True(expected == await shop.TextAsync("new"), $"killed at write {kill}: {await shop.TextAsync("new")}");
            Assert.Equal("", string.Join(' ', (await shop.World.Get<RecommendationRows>().LastAsync(default))!.Former));
        }
    }

    [Fact]
    public async Task Two_at_the_same_run_end_as_one()
    {
        var shop = await ScoredAsync();
        shop.World.Store.Before = async _ => await Task.Yield();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => shop.World.Get<RefreshRecommendations>().RunAsync(default))));

        shop.World.Store.Before = null;
        Assert.Equal("tea<cup pot<cup chair", await shop.TextAsync("new"));
        Assert.Single(Partitions(shop).Select(partition => partition.Split('~')[1]).Distinct());
    }

    [Fact]
    public async Task Each_pass_reads_each_bucket_once()
    {
        var shop = await ScoredAsync();
        var before = shop.World.Store.Counts;

        await shop.World.Get<RefreshRecommendations>().RunAsync(default);

        // Two passes over 256 buckets, the counts in pages of four, and the clearing up.
        Assert.InRange(shop.World.Store.Counts.Queries - before.Queries, 512, 512 + 64 + 10);
    }

    private static async Task<Shop> ScoredAsync()
    {
        var shop = new Shop();
        await shop.World.ApplyAsync([.. Shop.Orders]);
        await shop.World.Get<ScoreUsers>().RunAsync(Shop.Day, null, default);
        return shop;
    }

    private static async Task<int> WritesAsync(Shop _)
    {
        var shop = await ScoredAsync();
        var writes = 0;
        shop.World.Store.Before = operation =>
        {
            writes += operation.Changes.Count > 0 ? 1 : 0;
            return Task.CompletedTask;
        };
        await shop.World.Get<RefreshRecommendations>().RunAsync(default);
        return writes;
    }

    private static async Task<RecommendationRun> PublishedAsync(Shop shop) => (await shop.World.Get<RecommendationRows>().PublishedAsync(default))!;

    private static IEnumerable<string> Partitions(Shop shop) => shop.World.Store.Partitions.Select(p => p.Value).Where(p => p.StartsWith("rec~", StringComparison.Ordinal));
}
