using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Events.Webhooks;

/// <summary>Shops that deliver the published bodies, signed as Shopify and WooCommerce sign them.</summary>
internal static class Shops
{
    public const string Secret = "hush";
    public const string NewSecret = "a-newer-secret";

    /// <summary>Enough shops for every order of five deliveries, each with customers of its own.</summary>
    public const int Shopify = 120;

    public const int Racing = 20;

    public const int WooCommerce = 20;

    public static Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?> { ["Scoring:NightlyHour"] = "off", ["Sources:rotating:PreviousSecret"] = Secret };
        void Add(string name, string kind, string secret = Secret)
        {
            settings[$"Sources:{name}:Kind"] = kind;
            settings[$"Sources:{name}:Secret"] = secret;
        }

        Add("shop", "shopify");
        Add("woo", "woocommerce");
        Add("rotating", "shopify", NewSecret);
        void AddAll(string name, int count, string kind)
        {
            for (var i = 0; i < count; i++)
            {
                Add(Name(name, i), kind);
            }
        }

        AddAll("shopify", Shopify, "shopify");
        AddAll("racing", Racing, "shopify");
        AddAll("woocommerce", WooCommerce, "woocommerce");
        return settings;
    }

    /// <summary>Of one width, so that none is part of another.</summary>
    public static string Name(string kind, int i) => $"{kind}-{i:D3}";

    public static byte[] Body(string name) => File.ReadAllBytes(Checkout.Data(Path.Combine("webhooks", name)));

    /// <summary>A published body with a change made to it.</summary>
    public static byte[] Body(string name, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Body(name))!;
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>The same body of another shop, whose customers have addresses of their own; ids are each shop's own anyway.</summary>
    public static byte[] BodyOf(string shop, string name) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Body(name)).Replace("@mail.example.com", $"@{shop}.example", StringComparison.Ordinal)
            .Replace("@example.com", $"@{shop}.example", StringComparison.Ordinal));

    public static string Sign(byte[] body, string secret = Secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <param name="signature">Null: the right one.</param>
    /// <param name="attempt">A retry has the same ids; a second subscription to the topic has a webhook id of its own.</param>
    public static Task<Answer> ShopifyAsync(this TestHost host, string shop, string topic, byte[] body, string? signature = null, int attempt = 0) =>
        host.SendAsync(
            HttpMethod.Post,
            $"/api/webhooks/{shop}",
            body,
            ("Content-Type", "application/json"),
            ("X-Shopify-Topic", topic),
            ("X-Shopify-Event-Id", $"event of {topic}"),
            ("X-Shopify-Webhook-Id", attempt < 2 ? $"webhook of {topic}" : $"other webhook of {topic}"),
            ("X-Shopify-Hmac-Sha256", signature ?? Sign(body)));

    public static Task<Answer> WooCommerceAsync(this TestHost host, string shop, string topic, byte[] body, string? signature = null, int attempt = 0) =>
        host.SendAsync(
            HttpMethod.Post,
            $"/api/webhooks/{shop}",
            body,
            ("Content-Type", "application/json"),
            ("X-WC-Webhook-Topic", topic),
            ("X-WC-Webhook-Delivery-ID", $"delivery {attempt}"),
            ("X-WC-Webhook-Signature", signature ?? Sign(body)));
}
