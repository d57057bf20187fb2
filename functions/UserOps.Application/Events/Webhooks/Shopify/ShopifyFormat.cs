using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;
using UserOps.Domain;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>Shopify's webhooks. Source: https://shopify.dev/docs/apps/build/webhooks</summary>
internal sealed class ShopifyFormat : IWebhookFormat
{
    public SourceKind Kind => SourceKind.Shopify;

    public WebhookCheck Check(WebhookDelivery delivery, SourceSettings source, DateTimeOffset now)
    {
        var claimed = delivery.Header("X-Shopify-Hmac-Sha256");
        return source.Secrets.Any(secret => Signature.IsBase64(claimed, Encoding.UTF8.GetBytes(secret), delivery.Body.Span))
            ? WebhookCheck.Genuine
            : WebhookCheck.Forged;
    }

    public WebhookContent Map(WebhookDelivery delivery, JsonElement body)
    {
        var topic = delivery.Header("X-Shopify-Topic");
        var dedupeKey = DedupeKey(delivery, topic, body);
        var events = new WebhookEvents(delivery, dedupeKey);
        return topic switch
        {
            "orders/create" => ShopifyOrders.Map(body, EventNames.OrderPlaced, events),
            "orders/paid" => ShopifyOrders.Map(body, EventNames.OrderPaid, events),
            "orders/updated" => ShopifyOrders.Map(body, EventNames.OrderUpdated, events),
            "orders/cancelled" => ShopifyOrders.Map(body, EventNames.OrderCancelled, events),
            "refunds/create" => ShopifyRefunds.Map(body, events),
            "customers/create" => ShopifyCustomers.Map(body, EventNames.CustomerCreated, events),
            "customers/update" => ShopifyCustomers.Map(body, EventNames.CustomerUpdated, events),
            "checkouts/create" => ShopifyCheckouts.Map(body, EventNames.CheckoutStarted, events),
            "checkouts/update" => ShopifyCheckouts.Map(body, EventNames.CheckoutUpdated, events),
            "customers/data_request" or "customers/redact" or "shop/redact" =>
                new WebhookContent.Privacy(new(delivery.Source, topic, dedupeKey, delivery.ReceivedAt, delivery.Body)),
            _ => new WebhookContent.Ignored("The topic is not one that is mapped."),
        };
    }

    /// <summary>
    /// One key that holds under both of Shopify's: the event id is the same on every retry and in every subscription to a topic, where the webhook id is the same on
    /// retries only; so (topic, event id) knows again whatever the webhook id would. What it is about stands beside it, should one action change several orders at
    /// once. The webhook id serves where a sender leaves the event id out. With neither, the body.
    /// </summary>
    private static string DedupeKey(WebhookDelivery delivery, string topic, JsonElement body)
    {
        if (delivery.Header("X-Shopify-Event-Id") is { Length: > 0 and <= 256 } eventId)
        {
            return $"{topic}:event:{eventId}:{Ids.Any(body.At("id"u8), "id", new Fault())}";
        }

        return delivery.Header("X-Shopify-Webhook-Id") is { Length: > 0 and <= 256 } webhookId
            ? $"{topic}:webhook:{webhookId}"
            : $"{topic}:body:{HashText.Encode(SHA256.HashData(delivery.Body.Span))}";
    }
}
