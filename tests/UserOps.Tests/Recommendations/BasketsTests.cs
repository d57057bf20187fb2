using UserOps.Application.Recommendations;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Tests.Scoring;

namespace UserOps.Tests.Recommendations;

public sealed class BasketsTests
{
    [Fact]
    public async Task Recommendations_beat_popularity_on_baskets_that_were_left_out()
    {
        var split = LeaveLastOut.Of(TestData.PathOf("baskets.csv"));
        var shop = new Shop();
        var report = await shop.ImportAsync(split.Training);
        Assert.Equal((0, 0), (report.Bad, report.NotOrders));
        await shop.NightAsync(new(2011, 2, 28));

        var recommenders = new Recommenders(
            shop.World.Get<NamedUser>(), shop.World.Get<ReadRecommendations>(), shop.World.Get<RecommendationRows>(), shop.World.Get<ITableStore>());
        var popular = await split.MeasureAsync(recommenders.PopularAsync);
        var related = await split.MeasureAsync(recommenders.RelatedAsync);

        Assert.Equal((137, 137), (popular.Baskets, related.Baskets));
        Assert.InRange(related.Rate, 1.2 * popular.Rate, 1);
        Assert.InRange(related.PerProduct, 1.2 * popular.PerProduct, 1);
    }
}
