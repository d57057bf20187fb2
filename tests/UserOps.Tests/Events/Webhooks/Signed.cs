using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace UserOps.Tests.Events.Webhooks;

/// <summary>Deliveries signed as their senders sign them.</summary>
internal static class Signed
{
    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(DataFolder, "webhooks", name));

    public static Task<Answer> ShopifyAsync(this IntakeHost host, string topic, byte[] body, string? eventId = null, string? webhookId = null, string secret = "hush")
    {
        var headers = new List<(string, string)>
        {
            ("X-Shopify-Topic", topic),
            ("X-Shopify-Hmac-Sha256", Base64(secret, body)),
            ("Content-Type", "application/json"),
        };
        if (eventId is not null)
        {
            headers.Add(("X-Shopify-Event-Id", eventId));
        }

        if (webhookId is not null)
        {
            headers.Add(("X-Shopify-Webhook-Id", webhookId));
        }

        return host.PostAsync("/api/webhooks/shop", body, [.. headers]);
    }

    public static Task<Answer> ShopifyAsync(this IntakeHost host, string topic, string body) => host.ShopifyAsync(topic, Encoding.UTF8.GetBytes(body));

    public static Task<Answer> WooCommerceAsync(this IntakeHost host, string topic, byte[] body, string deliveryId = "d", string secret = "woo-secret") =>
        host.PostAsync(
            "/api/webhooks/woo",
            body,
            ("X-WC-Webhook-Topic", topic),
            ("X-WC-Webhook-Delivery-ID", deliveryId),
            ("X-WC-Webhook-Signature", Base64(secret, body)));

    public static Task<Answer> WooCommerceAsync(this IntakeHost host, string topic, string body) => host.WooCommerceAsync(topic, Encoding.UTF8.GetBytes(body));

    public static Task<Answer> StripeAsync(this IntakeHost host, string body, TimeSpan age = default, string secret = "whsec_stripe")
    {
        var at = (IntakeHost.Start - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hex = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{body}")));
        return host.PostAsync("/api/webhooks/pay", body, ("Stripe-Signature", $"t={at},v0=00,v1={new string('0', 64)},v1={hex}"));
    }

    public static Task<Answer> StandardAsync(this IntakeHost host, string body, string id = "msg_1", TimeSpan age = default) =>
        host.StandardRawAsync(body, id, (IntakeHost.Start - age).ToUnixTimeSeconds(), "v1,bad v2,x " + StandardSignature(body, id, (IntakeHost.Start - age).ToUnixTimeSeconds()));

    public static Task<Answer> StandardRawAsync(this IntakeHost host, string body, string id, long at, string signature) =>
        host.PostAsync(
            "/api/webhooks/app",
            body,
            ("webhook-id", id),
            ("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture)),
            ("webhook-signature", signature));

    public static string StandardSignature(string body, string id, long at, string secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A published body with a change made to it.</summary>
    public static byte[] Change(string sample, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Sample(sample))!;
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static string Base64(string secret, byte[] body) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static string DataFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "data")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("tests/data");
            }

            return Path.Combine(folder.FullName, "tests", "data");
        }
    }
}
