using System.Text;
using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.Webhooks.Stripe;

/// <summary>
/// Stripe's webhooks. Source: https://docs.stripe.com/webhooks. A purchase is a payment intent: the checkout session, the payment and its refunds all name it, so
/// that one purchase is one order whichever of them are subscribed to. <c>invoice.paid</c> and <c>charge.refunded</c> are left alone, since the payment of an invoice
/// is a payment intent of its own and a charge tells only a running sum. A test endpoint has a secret of its own, so what is configured counts.
/// </summary>
internal sealed class StripeFormat : IWebhookFormat
{
    public SourceKind Kind => SourceKind.Stripe;

    public WebhookCheck Check(WebhookDelivery delivery, SourceSettings source, DateTimeOffset now) =>
        StripeSignature.Parse(delivery.Header("Stripe-Signature")) is { } signature
        && source.Secrets.Any(secret => signature.Fits(delivery.Body.Span, Encoding.UTF8.GetBytes(secret), now))
            ? WebhookCheck.Genuine
            : WebhookCheck.Forged;

    public WebhookContent Map(WebhookDelivery delivery, JsonElement body)
    {
        var fault = new Fault();
        var id = Ids.Required(body.At("id"u8), "id", fault);
        var events = new WebhookEvents(delivery, id ?? "");
        var thing = body.At("data"u8).At("object"u8);
        var at = Instants.ReadUnix(body.At("created"u8));
        if (id is null)
        {
            events.Fault.Note(fault.Field!, fault.Reason);
        }
        else if (thing.ValueKind != JsonValueKind.Object)
        {
            events.Fault.Note("data.object", "is missing");
        }
        else if (at is null)
        {
            events.Fault.Note("created", "must be seconds since 1970");
        }

        if (events.Fault.Found || at is not { } happenedAt)
        {
            return events.Malformed();
        }

        return body.TextAt("type"u8) switch
        {
            "customer.created" => StripeCustomers.Map(thing, EventNames.CustomerCreated, happenedAt, events),
            "customer.updated" => StripeCustomers.Map(thing, EventNames.CustomerUpdated, happenedAt, events),
            "checkout.session.completed" or "checkout.session.async_payment_succeeded" => StripeOrders.OfSession(thing, happenedAt, events),
            "checkout.session.expired" => StripeOrders.OfExpired(thing, happenedAt, events),
            "payment_intent.succeeded" => StripeOrders.OfPayment(thing, happenedAt, events),
            "refund.created" or "refund.updated" or "charge.refund.updated" => StripeOrders.OfRefund(thing, happenedAt, events),
            _ => new WebhookContent.Ignored("The type is not one that is mapped."),
        };
    }
}
