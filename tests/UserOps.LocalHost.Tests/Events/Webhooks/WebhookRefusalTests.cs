using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace UserOps.LocalHost.Tests.Events.Webhooks;

public sealed class WebhookRefusalTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task One_flipped_byte_is_401_and_nothing_is_stored()
    {
        var (shopify, woo) = (Shops.Body("shopify-orders-paid.json"), Shops.Body("woocommerce-order-created.json"));
        var random = new Random(1);
        for (var i = 0; i < 20; i++)
        {
            var answers = await Task.WhenAll(
                _host.ShopifyAsync("shop", "orders/paid", Flipped(shopify, random), Shops.Sign(shopify)),
                _host.WooCommerceAsync("woo", "order.created", Flipped(woo, random), Shops.Sign(woo)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
        }

        await _host.DrainedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.AskUserAsync("foo@example.com")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.AskUserAsync("john.doe@example.com")).Status);
        Assert.Empty((await _host.GetAsync("/api/events/rejected")).Body.GetProperty("rejected").EnumerateArray());
    }

    [Fact]
    public async Task A_signature_by_another_secret_or_none_is_401()
    {
        var body = Shops.Body("shopify-customers-update.json");
        foreach (var signature in new[] { Shops.Sign(body, "guessed"), Shops.Sign(body, Shops.NewSecret), Shops.Sign(body, ""), "", "!" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.ShopifyAsync("shop", "customers/update", body, signature)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.WooCommerceAsync("woo", "order.updated", body, signature)).Status);
        }
    }

    [Fact]
    public async Task While_a_secret_is_rotated_the_previous_one_is_accepted()
    {
        var body = Shops.Body("shopify-customers-update.json");
        Assert.Equal(HttpStatusCode.OK, (await _host.ShopifyAsync("rotating", "customers/update", body, Shops.Sign(body, Shops.NewSecret))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.ShopifyAsync("rotating", "customers/update", body, Shops.Sign(body))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.ShopifyAsync("rotating", "customers/update", body, Shops.Sign(body, "older"))).Status);

        await _host.DrainedAsync();
        Assert.Equal(["Customer Updated"], (await _host.TimelineAsync("customer:rotating:207119551")).Names());
    }

    [Fact]
    public async Task An_unknown_source_is_404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _host.ShopifyAsync("nobody", "orders/paid", Shops.Body("shopify-orders-paid.json"))).Status);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_413_whether_or_not_its_length_is_told()
    {
        var body = new byte[(1024 * 1024) + 1];
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.ShopifyAsync("shop", "orders/paid", body)).Status);

        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/shop") { Content = new StreamContent(new MemoryStream(body)) };
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await _host.Client.SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Orders_of_500_lines_arrive_whole()
    {
        var shopify = Shops.Body("shopify-orders-paid.json", order =>
        {
            order["email"] = "many@lines.example";
            order["customer"] = null;
            Repeat(order);
        });
        var woo = Shops.Body("woocommerce-order-created.json", order =>
        {
            order["billing"]!["email"] = "woo-many@lines.example";
            Repeat(order);
        });
        Assert.All([shopify, woo], body => Assert.InRange(body.Length, 100_000, 1024 * 1024));

        Assert.Equal(HttpStatusCode.OK, (await _host.ShopifyAsync("shop", "orders/create", shopify)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.WooCommerceAsync("woo", "order.created", woo)).Status);

        await _host.DrainedAsync();
        foreach (var email in new[] { "many@lines.example", "woo-many@lines.example" })
        {
            var completed = Assert.Single(await _host.TimelineAsync(email), item => item.GetProperty("name").GetString() == "Order Completed");
            Assert.Equal(
                Enumerable.Range(0, 500).Select(i => $"SKU-{i}"),
                completed.GetProperty("properties").GetProperty("products").EnumerateArray().Select(product => product.GetProperty("sku").GetString()));
        }
    }

    private static void Repeat(JsonNode order)
    {
        var line = order["line_items"]![0]!;
        order["line_items"] = new JsonArray([.. Enumerable.Range(0, 500).Select(i =>
        {
            var copy = line.DeepClone();
            copy["sku"] = "SKU-" + i.ToString(CultureInfo.InvariantCulture);
            return copy;
        })]);
    }

    private static byte[] Flipped(byte[] body, Random random)
    {
        byte[] flipped = [.. body];
        flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }
}
