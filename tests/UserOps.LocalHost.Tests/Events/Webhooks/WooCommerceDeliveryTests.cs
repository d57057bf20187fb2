using System.Net;

namespace UserOps.LocalHost.Tests.Events.Webhooks;

/// <summary>The published bodies are order 727 of a guest, john.doe@example.com: created and paid on 22 March 2017 for 29.35, then completed.</summary>
public sealed class WooCommerceDeliveryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly (string Topic, string File) Created = ("order.created", "woocommerce-order-created.json");
    private static readonly (string Topic, string File) Updated = ("order.updated", "woocommerce-order-updated.json");

    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task Every_order_of_three_deliveries_each_comes_to_the_same()
    {
        var orders = Enumerable.Range(0, 64)
            .Select(bits => Enumerable.Range(0, 6).Select(step => (bits >> step & 1) == 0 ? Created : Updated).ToArray())
            .Where(order => order.Count(delivery => delivery == Created) == 3)
            .ToArray();
        Assert.Equal(Shops.WooCommerce, orders.Length);
        for (var step = 0; step < 6; step++)
        {
            await Parallel.ForEachAsync(orders.Index(), async (one, _) =>
            {
                var (shop, (topic, file)) = (Shops.Name("woocommerce", one.Index), one.Item[step]);
                Assert.Equal(HttpStatusCode.OK, (await _host.WooCommerceAsync(shop, topic, Shops.BodyOf(shop, file), attempt: step)).Status);
            });
            await _host.DrainedAsync();
        }

        var expected = await OutcomeAsync(0);
        Assert.Contains(
            """purchases":{"orders":1,"amount":29.35,"currency":"USD","firstOrder":"2017-03-22","lastOrder":"2017-03-22","otherCurrencies":{}}""",
            expected,
            StringComparison.Ordinal);
        Assert.Contains("\"reusedKeys\":0", expected, StringComparison.Ordinal);
        Assert.Equal(
            ["Order Completed", "Order Paid", "Order Placed", "Order Updated"],
            (await _host.TimelineAsync($"email:john.doe@{Shops.Name("woocommerce", 0)}.example")).Names().Order());
        for (var i = 1; i < orders.Length; i++)
        {
            var outcome = await OutcomeAsync(i);
            Assert.True(expected == outcome, $"{string.Join(", ", orders[i].Select(d => d.Topic))}: expected\n{expected}\nbut was\n{outcome}");
        }
    }

    [Fact]
    public async Task The_ping_of_a_new_hook_is_answered_and_tells_nothing()
    {
        var answer = await _host.PostAsync("/api/webhooks/woo", "webhook_id=12", ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private Task<string> OutcomeAsync(int i)
    {
        var shop = Shops.Name("woocommerce", i);
        return Outcome.OfAsync(_host, shop, $"email:john.doe@{shop}.example");
    }
}
