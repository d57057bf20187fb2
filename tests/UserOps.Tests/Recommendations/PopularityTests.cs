using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Recommendations;

public sealed class PopularityTests
{
    [Fact]
    public void A_purchase_of_a_month_ago_counts_for_half()
    {
        var popularity = new Popularity();
        popularity.Add(Bought(100, "new"), today: 100);
        popularity.Add(Bought(70, "old"), today: 100);
        popularity.Add(Bought(130, "of tomorrow"), today: 100);

        Assert.Equal([1024, 1024, 512], popularity.Top(3).Select(p => p.Weight));
    }

    [Fact]
    public void Added_up_from_parts_it_is_the_whole()
    {
        var (whole, sum) = (new Popularity(), new Popularity());
        for (var part = 0; part < 5; part++)
        {
            var own = new Popularity();
            for (var user = 0; user < 50; user++)
            {
                var bought = Bought(user, [.. Enumerable.Range(0, 1 + ((user + part) % 9)).Select(i => $"{i * user % 37}")]);
                own.Add(bought, 60);
                whole.Add(bought, 60);
            }

            sum.Add(Popularity.FromBytes(own.ToBytes()));
        }

        Assert.Equal(whole.Top(100), sum.Top(100));
    }

    [Fact]
    public void Of_more_products_than_are_kept_what_many_buy_is_found_within_the_bound_and_memory_does_not_grow()
    {
        const int kept = 100;
        const int users = 20_000;
        var popularity = new Popularity(kept);
        for (var user = 0; user < users; user++)
        {
            // Everybody buys something that nobody else does, a tenth of them also a hit.
            popularity.Add(user % 10 == 0 ? Bought(0, $"rare{user}", $"hit{user / 10 % 3}") : Bought(0, $"rare{user}"), 0);
            Assert.InRange(popularity.Count, 1, 2 * kept);
        }

        var weight = (long)users * 1_024 * 11 / 10;
        Assert.Equal(Enumerable.Range(0, 3).Select(i => ProductKey.Of($"hit{i}")).Order(), popularity.Top(3).Select(p => p.Product).Order());
        Assert.All(popularity.Top(3), hit => Assert.InRange(hit.Weight, (users / 30 * 1_024L) - (weight / kept), (users / 30 * 1_024L) + 1_024));
    }

    private static BoughtProducts Bought(int day, params string[] products) => BoughtProducts.None.With(products.Select(ProductKey.Of), day);
}
