using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;
using UserOps.Domain;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>WooCommerce's webhooks. Source: https://woocommerce.com/document/webhooks</summary>
internal sealed class WooCommerceFormat : IWebhookFormat
{
    public SourceKind Kind => SourceKind.WooCommerce;

    public WebhookCheck Check(WebhookDelivery delivery, SourceSettings source, DateTimeOffset now)
    {
        var claimed = delivery.Header("X-WC-Webhook-Signature");
        return source.Secrets.Any(secret => Signature.IsBase64(claimed, Encoding.UTF8.GetBytes(secret), delivery.Body.Span)) ? WebhookCheck.Genuine
            : IsPing(delivery.Body.Span) ? WebhookCheck.Ping
            : WebhookCheck.Forged;
    }

    public WebhookContent Map(WebhookDelivery delivery, JsonElement body)
    {
        if (IsShopsOwnError(body))
        {
            return new WebhookContent.Ignored("The shop could not read what it meant to send.");
        }

        var topic = delivery.Header("X-WC-Webhook-Topic");
        var events = new WebhookEvents(delivery, DedupeKey(delivery, topic, body));
        return topic switch
        {
            "order.created" => WooCommerceOrders.Map(body, created: true, events),
            "order.updated" or "order.restored" => WooCommerceOrders.Map(body, created: false, events),
            "customer.created" => WooCommerceCustomers.Map(body, EventNames.CustomerCreated, events),
            "customer.updated" => WooCommerceCustomers.Map(body, EventNames.CustomerUpdated, events),

            // A deletion tidies up old orders more often than it undoes one, and its body says nothing but the id.
            _ => new WebhookContent.Ignored("The topic is not one that is mapped."),
        };
    }

    /// <summary>
    /// Not X-WC-Webhook-Delivery-ID: it is a hash of the hook and the second, equal for two orders of one second. What is delivered is known by what it is about
    /// and what it says.
    /// </summary>
    private static string DedupeKey(WebhookDelivery delivery, string topic, JsonElement body) =>
        $"{topic}:{Ids.Any(body.At("id"u8), "id", new Fault())}:{HashText.Encode(SHA256.HashData(delivery.Body.Span))}";

    /// <summary>
    /// An order that is gone by the time of the delivery is delivered as the error of its own API: <c>{"code":"woocommerce_rest_…","message":…,"data":{"status":404}}</c>.
    /// A 400 would count towards the five after which the hook is disabled.
    /// </summary>
    private static bool IsShopsOwnError(JsonElement body) =>
        !body.At("id"u8).IsPresent() && body.TextAt("code"u8) is not null && body.At("data"u8).At("status"u8).IsPresent();

    /// <summary>What is sent, unsigned, when a hook is saved: <c>webhook_id=12</c>.</summary>
    private static bool IsPing(ReadOnlySpan<byte> body)
    {
        var name = "webhook_id="u8;
        return body.Length is > 11 and < 32 && body.StartsWith(name) && !body[name.Length..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
