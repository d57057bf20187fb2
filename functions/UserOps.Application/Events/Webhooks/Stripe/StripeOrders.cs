using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.Stripe;

/// <summary>Checkout sessions, payments and refunds as facts of the order that the payment intent is.</summary>
internal static class StripeOrders
{
    /// <summary>A session for a payment; those for a subscription or a later charge pay by invoices, whose payments come by themselves.</summary>
    public static WebhookContent OfSession(JsonElement session, DateTimeOffset at, WebhookEvents events)
    {
        if (session.TextAt("mode"u8) is not (null or "payment"))
        {
            return new WebhookContent.Ignored("The session does not pay; its invoices do.");
        }

        if (session.TextAt("payment_status"u8) == "unpaid")
        {
            return new WebhookContent.Ignored("The session is not paid yet.");
        }

        // A free order has no payment.
        var orderId = StripePeople.Reference(session.At("payment_intent"u8), "data.object.payment_intent", events)
            ?? Ids.Required(session.At("id"u8), "data.object.id", events.Fault);
        var total = StripeAmounts.Read(session, "amount_total"u8, events);
        return Paid(orderId, total, SessionCustomer(session, events), at, events);
    }

    public static WebhookContent OfPayment(JsonElement payment, DateTimeOffset at, WebhookEvents events)
    {
        var orderId = Ids.Required(payment.At("id"u8), "data.object.id", events.Fault);
        var total = StripeAmounts.Read(payment, payment.At("amount_received"u8).IsPresent() ? "amount_received"u8 : "amount"u8, events);
        return Paid(orderId, total, StripePeople.Of(payment, payment.At("receipt_email"u8), events), at, events);
    }

    public static WebhookContent OfExpired(JsonElement session, DateTimeOffset at, WebhookEvents events)
    {
        var identity = SessionCustomer(session, events);
        var id = Ids.Required(session.At("id"u8), "data.object.id", events.Fault);
        if (events.Fault.Found || id is null)
        {
            return events.Malformed();
        }

        if (StripePeople.NamesNobody(identity))
        {
            return events.NamesNobody();
        }

        var total = session.At("amount_total"u8).IsPresent() ? StripeAmounts.Read(session, "amount_total"u8, events) : null;
        var properties = JsonObjects.Make(writer =>
        {
            writer.WriteString("checkout_id", id);
            writer.Text("url", session.At("after_expiration"u8).At("recovery"u8).At("url"u8));
            if (total is { } value)
            {
                writer.WriteNumber("value", value.ToMajor());
                writer.WriteString("currency", value.Currency);
            }
        });
        return events.Fault.Found
            ? events.Malformed()
            : new WebhookContent.Mapped(IntakeOutcome.Of([events.Told(EventNames.CheckoutAbandoned, at, identity, new(properties))]));
    }

    public static WebhookContent OfRefund(JsonElement refund, DateTimeOffset at, WebhookEvents events)
    {
        if (refund.TextAt("status"u8) is not (null or "succeeded"))
        {
            return new WebhookContent.Ignored("The refund has not succeeded.");
        }

        var id = Ids.Required(refund.At("id"u8), "data.object.id", events.Fault);
        var orderId = StripePeople.Reference(refund.At("payment_intent"u8), "data.object.payment_intent", events);
        var amount = StripeAmounts.Read(refund, "amount"u8, events);
        if (events.Fault.Found || id is null || amount is not { } money)
        {
            return events.Malformed();
        }

        if (orderId is null)
        {
            return new WebhookContent.Ignored("The refund is of no payment intent.");
        }

        var made = Instants.ReadUnix(refund.At("created"u8)) ?? at;
        List<OrderFact> facts = money.Minor == 0 ? [] : [new OrderFact.Refunded { At = events.Past(made), RefundId = id, Amount = money }];
        return new WebhookContent.Mapped(IntakeOutcome.Of([events.Told(
            EventNames.OrderRefunded, at, new Identity { Trusted = true }, new(Properties(orderId, money, id), Order: new(new(events.Source, orderId), facts)))]));
    }

    /// <summary>Whichever of session and payment names nobody still tells its facts: the order finds the person by the other one.</summary>
    private static WebhookContent Paid(string? orderId, Money? total, Identity identity, DateTimeOffset at, WebhookEvents events)
    {
        if (events.Fault.Found || orderId is null || total is not { } money)
        {
            return events.Malformed();
        }

        var past = events.Past(at);
        OrderFact[] facts = [new OrderFact.Placed { At = past }, new OrderFact.Paid { At = past }, new OrderFact.TotalAsOf { At = past, Total = money }];
        var properties = Properties(orderId, money);
        var told = events.Told(EventNames.OrderPaid, at, identity, new(properties, Order: new(new(events.Source, orderId), facts)));
        List<UserEvent> accepted = StripePeople.NamesNobody(identity)
            ? [told]
            : [told, events.Once(EventNames.OrderCompleted, $"completed:{orderId}", at, identity, new(properties))];
        return new WebhookContent.Mapped(IntakeOutcome.Of(accepted));
    }

    private static Identity SessionCustomer(JsonElement session, WebhookEvents events)
    {
        var told = session.At("customer_details"u8).At("email"u8);
        return StripePeople.Of(session, told.IsPresent() ? told : session.At("customer_email"u8), events);
    }

    private static JsonElement Properties(string orderId, Money money, string? refundId = null) => JsonObjects.Make(writer =>
    {
        writer.WriteString("order_id", orderId);
        if (refundId is not null)
        {
            writer.WriteString("refund_id", refundId);
        }

        writer.WriteNumber("total", money.ToMajor());
        writer.WriteString("currency", money.Currency);
    });
}
