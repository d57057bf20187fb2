using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Events.Webhooks;

/// <summary>
/// The five published bodies tell of two people. Bob (207119551) ordered 450789469 on 10 January 2008 for 598.94, got 209.00 back as his order says, and 41.94 as
/// a refund says that names nothing but the order: 348.00 is left. Foo (1073339470) paid 199.00 on 2 July 2025.
/// </summary>
public sealed class ShopifyDeliveryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Bob = "207119551";
    private const string Foo = "1073339470";

    private static readonly (string Topic, string File)[] Deliveries =
    [
        ("orders/updated", "shopify-orders-partially-refunded.json"),
        ("refunds/create", "shopify-refunds-create.json"),
        ("customers/update", "shopify-customers-update.json"),
        ("checkouts/update", "shopify-checkouts-update.json"),
        ("orders/paid", "shopify-orders-paid.json"),
    ];

    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task The_published_bodies_come_to_what_one_reckons_by_hand()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            foreach (var (topic, file) in Deliveries)
            {
                Assert.Equal(HttpStatusCode.OK, (await _host.ShopifyAsync("shop", topic, Shops.Body(file), attempt: attempt)).Status);
            }
        }

        await _host.DrainedAsync();
        var bob = await _host.UserAsync("customer:shop:" + Bob);
        Assert.Equal("""{"orders":1,"amount":348,"currency":"USD","firstOrder":"2008-01-10","lastOrder":"2008-01-10","otherCurrencies":{}}""", Purchases(bob));
        Assert.Equal(["customer:shop:207119551", "email:bob.norman@mail.example.com"], Texts(bob.GetProperty("identifiers")));
        Assert.Equal((4, 0), (bob.GetProperty("events").GetInt32(), bob.GetProperty("reusedKeys").GetInt32()));
        var traits = bob.GetProperty("traits");
        Assert.Equal("Norman", traits.GetProperty("lastName").GetString());
        Assert.Equal(["Léon", "Noël"], Texts(traits.GetProperty("tags")));
        Assert.Equal(
            ["Checkout Updated", "Customer Updated", "Order Updated", "Order Refunded"],
            (await _host.TimelineAsync("email:bob.norman@mail.example.com")).Names());

        var foo = await _host.UserAsync("customer:shop:" + Foo);
        Assert.Equal("""{"orders":1,"amount":199,"currency":"USD","firstOrder":"2025-07-02","lastOrder":"2025-07-02","otherCurrencies":{}}""", Purchases(foo));
        Assert.Equal(["Order Completed", "Order Paid"], (await _host.TimelineAsync("foo@example.com")).Names().Order());
    }

    [Fact]
    public async Task Every_order_of_delivery_comes_to_the_same()
    {
        var orders = Orders([.. Deliveries]).ToArray();
        Assert.Equal(Shops.Shopify, orders.Length);

        // Shop by shop another order, all shops a step at a time, so that each step is applied before the next is sent.
        for (var step = 0; step < Deliveries.Length; step++)
        {
            await DeliverAsync(orders.Select((order, i) => (Shops.Name("shopify", i), order[step])), attempts: [0, 1]);
            await _host.DrainedAsync();
        }

        await DeliverAsync(orders.SelectMany((order, i) => order.Select(delivery => (Shops.Name("shopify", i), delivery))), attempts: [2]);
        await _host.DrainedAsync();

        var expected = await OutcomeAsync(Shops.Name("shopify", 0));
        Assert.Contains("\"amount\":348,", expected, StringComparison.Ordinal);
        Assert.Contains("\"amount\":199,", expected, StringComparison.Ordinal);
        Assert.Equal(8, expected.Split('\n').Length);
        for (var i = 1; i < orders.Length; i++)
        {
            var outcome = await OutcomeAsync(Shops.Name("shopify", i));
            Assert.True(expected == outcome, $"{string.Join(", ", orders[i].Select(d => d.Topic))}: expected\n{expected}\nbut was\n{outcome}");
        }
    }

    [Fact]
    public async Task Deliveries_that_race_each_other_come_to_the_same()
    {
        var quiet = Shops.Name("racing", 0);
        foreach (var delivery in Deliveries)
        {
            await DeliverAsync([(quiet, delivery)], attempts: [0]);
            await _host.DrainedAsync();
        }

        var random = new Random(20);
        var shops = Enumerable.Range(1, Shops.Racing - 1).Select(i => Shops.Name("racing", i)).ToArray();
        var deliveries = shops.SelectMany(shop => Deliveries.Concat(Deliveries).Concat(Deliveries).Select(delivery => (shop, delivery))).ToArray();
        random.Shuffle(deliveries);
        await DeliverAsync(deliveries, attempts: [0]);
        await _host.DrainedAsync();

        var expected = await OutcomeAsync(quiet);
        foreach (var shop in shops)
        {
            Assert.Equal(expected, await OutcomeAsync(shop));
        }
    }

    private Task DeliverAsync(IEnumerable<(string Shop, (string Topic, string File) Delivery)> deliveries, int[] attempts) =>
        Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) =>
        {
            foreach (var attempt in attempts)
            {
                var body = Shops.BodyOf(one.Shop, one.Delivery.File);
                Assert.Equal(HttpStatusCode.OK, (await _host.ShopifyAsync(one.Shop, one.Delivery.Topic, body, attempt: attempt)).Status);
            }
        });

    private Task<string> OutcomeAsync(string shop) => Outcome.OfAsync(_host, shop, $"customer:{shop}:{Bob}", $"email:foo@{shop}.example");

    private static string Purchases(JsonElement user) => user.GetProperty("purchases").GetRawText();

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());

    private static IEnumerable<(string Topic, string File)[]> Orders((string Topic, string File)[] rest) =>
        rest.Length < 2 ? [rest] : rest.SelectMany(first => Orders([.. rest.Where(other => other != first)]).Select(tail => ((string, string)[])[first, .. tail]));
}
