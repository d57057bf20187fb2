using System.Net;
using System.Text;
using UserOps.Application.Settings;

namespace UserOps.Tests.Events.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public async Task The_published_signature_of_a_small_body_is_accepted()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync(
            "/api/webhooks/shop",
            """{"id":820982911946154508}""",
            ("X-Shopify-Topic", "products/update"),
            ("X-Shopify-Hmac-Sha256", "qBvrsZF7RfB1iS6BX6IHqJTp5L911P7intnPeTPsH0I="));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Body.GetProperty("ignored").GetBoolean());
    }

    [Fact]
    public async Task Any_flipped_byte_is_401()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Signed.Sample("shopify-orders-paid.json");
        var signature = Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData("hush"u8, body));
        foreach (var at in new[] { 0, 1, body.Length / 2, body.Length - 1 })
        {
            var flipped = (byte[])body.Clone();
            flipped[at] ^= 1;

            var answer = await host.PostAsync("/api/webhooks/shop", flipped, ("X-Shopify-Topic", "orders/paid"), ("X-Shopify-Hmac-Sha256", signature));

            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        }

        Assert.Empty(host.Events);
        Assert.Empty(host.Rejected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qBvrsZF7RfB1iS6BX6IHqJTp5L911P7intnPeTPsH0I")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, and much longer than any signature would ever be")]
    public async Task A_signature_of_another_form_is_401(string signature)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync(
            "/api/webhooks/shop", """{"id":820982911946154508}""", ("X-Shopify-Topic", "orders/create"), ("X-Shopify-Hmac-Sha256", signature));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task While_a_secret_is_rotated_both_are_accepted()
    {
        await using var host = await IntakeHost.StartAsync(settings => settings with
        {
            Sources = new Dictionary<string, SourceSettings> { ["shop"] = new(SourceKind.Shopify, "new", "hush") },
        });
        var body = Signed.Sample("shopify-customers-update.json");

        Assert.Equal(HttpStatusCode.OK, (await host.ShopifyAsync("customers/update", body, secret: "new")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.ShopifyAsync("customers/update", body, secret: "hush")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.ShopifyAsync("customers/update", body, secret: "older")).Status);
    }

    [Fact]
    public async Task An_unknown_source_is_404_and_a_name_is_known_in_any_case()
    {
        await using var host = await IntakeHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/api/webhooks/nobody", "{}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/webhooks/SHOP", "{}")).Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{\"id\":1,}")]
    public async Task A_signed_body_that_is_no_json_is_400_and_kept(string body)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.ShopifyAsync("orders/create", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("shop", Assert.Single(host.Rejected).Source);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_413_before_anything_is_checked()
    {
        await using var host = await IntakeHost.StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.ShopifyAsync("orders/create", new byte[(1024 * 1024) + 1])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/webhooks/shop", new byte[1024 * 1024])).Status);
    }

    [Fact]
    public async Task A_compliance_topic_is_stored_once_however_often_it_is_delivered()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"shop_domain":"x.example","customer":{"id":191167,"email":"john@example.com"}}""");

        foreach (var topic in new[] { "customers/data_request", "customers/redact", "shop/redact", "customers/redact" })
        {
            var answer = await host.ShopifyAsync(topic, body, webhookId: "w-" + topic);
            host.Time.Now += TimeSpan.FromMinutes(1);
            Assert.True(answer.Body.GetProperty("stored").GetBoolean());
        }

        var (requests, next) = await host.Get<UserOps.Application.Events.Webhooks.PrivacyRequests>().ListAsync(null, 10, default);
        Assert.Equal(["customers/data_request", "customers/redact", "shop/redact"], requests.Select(r => r.Topic));
        Assert.All(requests, request => Assert.Equal(body, request.Body.ToArray()));
        Assert.Equal("shop", requests[0].Source);
        Assert.Null(next);
        Assert.Empty(host.Events);
        Assert.DoesNotContain(host.Store.Rows, row => row.Key.Value.Contains("john", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_request_of_the_same_person_is_stored_beside_the_old_one()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"customer":{"id":191167}}""");

        await host.ShopifyAsync("customers/redact", body, webhookId: "w1");
        await host.ShopifyAsync("customers/redact", body, webhookId: "w2");

        var (requests, _) = await host.Get<UserOps.Application.Events.Webhooks.PrivacyRequests>().ListAsync(null, 10, default);
        Assert.Equal(2, requests.Count);
    }
}
