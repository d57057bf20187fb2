using UserOps.Application.Recommendations;

namespace UserOps.Tests.Recommendations;

public sealed class RecommendationTests
{
    [Fact]
    public async Task What_goes_with_what_was_bought_comes_first_then_what_is_popular_and_nothing_that_was_bought()
    {
        var shop = await OpenAsync();

        Assert.Equal("tea<cup pot<cup chair", await shop.TextAsync("new"));
        Assert.Equal("cup tea pot", await shop.TextAsync("c1"));
        Assert.Equal("chair", await shop.TextAsync("t1"));
        Assert.Equal("tea<cup", await shop.TextAsync("new", most: 1));
    }

    [Fact]
    public async Task What_was_bought_since_the_night_is_not_recommended()
    {
        var shop = await OpenAsync();
        await shop.World.ApplyAsync(Shop.Order("late", "new", 31, "tea"));

        Assert.Equal("pot<tea chair", await shop.TextAsync("new"));
    }

    [Fact]
    public async Task A_cancelled_order_stays_among_what_was_bought()
    {
        var shop = await OpenAsync();
        await shop.World.ApplyAsync(
            Shop.Order("regret", "new", 6, "chair"), Said.Order("no", Said.User("new"), "regret", 7, Said.Cancelled(7)) with { Name = "Order Cancelled" });

        Assert.Equal("tea<cup pot<cup", await shop.TextAsync("new"));
    }

    [Fact]
    public async Task With_a_product_goes_what_its_buyers_bought_and_what_nobody_ordered_is_unknown()
    {
        var shop = await OpenAsync();
        var read = shop.World.Get<ReadRecommendations>();

        Assert.Equal("cup<tea pot<tea chair", Shop.Text((await read.ForProductAsync("tea", 10, default))!));
        Assert.Equal("cup tea pot", Shop.Text((await read.ForProductAsync("chair", 10, default))!));
        Assert.Null(await read.ForProductAsync("sofa", 10, default));
    }

    [Fact]
    public async Task Before_the_first_night_and_in_an_empty_shop_there_are_none()
    {
        var shop = new Shop();
        await shop.World.ApplyAsync(Said.Identify("1", Said.User("ann")));
        Assert.Equal(Recommended.Nothing, await shop.ForAsync("ann"));

        await shop.World.ApplyAsync(Said.Order("o", Said.User("ann"), "o", 1, Said.Placed(1), Said.Total(1, 100)));
        await shop.NightAsync();
        Assert.Equal((Shop.Day, ""), ((await shop.ForAsync("ann")).AsOf, await shop.TextAsync("ann")));
    }

    [Fact]
    public async Task Two_users_who_become_one_count_once_and_are_recommended_nothing_that_either_bought()
    {
        var shop = await OpenAsync();
        await shop.World.ApplyAsync(Shop.Order("x", "other", 8, "tea", "lamp"));
        await shop.World.ApplyAsync(Said.Alias("m", "other", Said.User("new"), 9));
        await shop.NightAsync(Shop.Day.AddDays(1));

        Assert.Equal("pot<tea chair", await shop.TextAsync("new"));
        var rows = shop.World.Store.Rows.Where(row => row.Key.Value.StartsWith("B~", StringComparison.Ordinal)).Select(BoughtRow.Read).ToArray();
        Assert.Equal(1, rows.Count(bought => bought.Contains(Domain.Recommendations.ProductKey.Of("lamp"))));
    }

    [Fact]
    public async Task The_latest_order_says_what_a_product_is_called_whatever_the_order_of_arrival()
    {
        var shop = new Shop();
        var lines = new object[] { new { sku = "s", name = "Old", image_url = "https://shop.example/s.png" }, new { sku = "s", name = "New", price = 5 }, new { sku = "s", name = "Between" } };
        double[] days = [1, 9, 5];
        foreach (var i in (int[])[1, 0, 2])
        {
            await shop.World.ApplyAsync(Shop.Order($"{i}", "ann", days[i]) with { Properties = Shop.Properties(lines[i]) });
        }

        var key = Domain.Recommendations.ProductKey.Of("s");
        var product = ProductRow.Read((await shop.World.Store.GetAsync(ProductRow.Partition(key), ProductRow.Key(key), default))!);
        Assert.Equal(("New", "https://shop.example/s.png", 500L), (product.Name!.Value, product.ImageUrl!.Value, product.Price!.Value.Minor));
    }

    [Fact]
    public async Task A_product_that_everybody_buys_is_written_once_a_day_and_not_once_an_order()
    {
        var shop = new Shop();
        var writes = 0;
        shop.World.Store.Before = operation =>
        {
            writes += operation.Partition.Value.StartsWith("products~", StringComparison.Ordinal) && operation.Changes.Count > 0 ? 1 : 0;
            return Task.CompletedTask;
        };
        await shop.World.ApplyEachAsync(Enumerable.Range(0, 48).Select(hour => Shop.Order($"{hour}", $"u{hour}", hour / 24d, "tea")));

        Assert.Equal(2, writes);
    }

    [Fact]
    public async Task A_browser_may_say_that_something_was_bought_and_not_what_others_are_shown_of_it()
    {
        var shop = await OpenAsync();
        var forged = Enumerable.Range(0, 9).Select(i => Shop.Order($"f{i}", $"f{i}", 20) with
        {
            Identity = Said.User($"f{i}") with { Trusted = false },
            Properties = Shop.Properties(new { product_id = "tea", name = "Free money", url = "https://evil.example" }, new { product_id = "bait", name = "Bait" }),
        });
        await shop.World.ApplyAsync([.. forged]);
        await shop.NightAsync(Shop.Day.AddDays(1));

        var items = (await shop.ForAsync("c1")).Items;
        Assert.Equal(("The tea", null), items.Where(item => item.Product.Id == "tea").Select(item => (item.Product.Name?.Value, item.Product.Url?.Value)).Single());
        Assert.Contains(items, item => item.Product.Id == "bait");
        Assert.DoesNotContain((await shop.ForAsync("c1", named: true)).Items, item => item.Product.Id == "bait");
    }

    internal static async Task<Shop> OpenAsync()
    {
        var shop = new Shop();
        await shop.World.ApplyAsync([.. Shop.Orders]);
        await shop.NightAsync();
        return shop;
    }
}
