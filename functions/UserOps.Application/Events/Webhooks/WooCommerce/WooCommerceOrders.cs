using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>
/// Order bodies. There is no topic for paid, cancelled or refunded: every change is "updated", again and again; so what happened is read from the state and
/// raised once, and the facts ride on the update. A failed payment is no cancellation, since the customer may try again.
/// </summary>
internal static class WooCommerceOrders
{
    public static WebhookContent Map(JsonElement order, bool created, WebhookEvents events)
    {
        var identity = WooCommercePeople.OfOrder(order, events);
        if (WooCommerceOrder.Read(order, events) is not { } read)
        {
            return events.Malformed();
        }

        if (created && identity is { CustomerId: null, Email: null })
        {
            return events.NamesNobody();
        }

        var name = created && read.Placed ? EventNames.OrderPlaced : EventNames.OrderUpdated;
        var told = events.Told(name, created ? read.CreatedAt : read.ModifiedAt, identity, new(
            WooCommerceProperties.OfState(order, read), WooCommercePeople.TraitsOfOrder(order), new(new(events.Source, read.Id), [.. read.Facts(events)])));
        return new WebhookContent.Mapped(IntakeOutcome.Of([told, .. Milestones(order, read, identity, events)]));
    }

    private static IEnumerable<UserEvent> Milestones(JsonElement order, WooCommerceOrder read, Identity identity, WebhookEvents events)
    {
        var milestone = WooCommerceProperties.OfMilestone(order, read);
        if (identity is { CustomerId: null, Email: null })
        {
            yield break;
        }

        if (read.Placed)
        {
            yield return events.Once(
                EventNames.OrderCompleted, $"completed:{read.Id}", read.CreatedAt, identity, new(WooCommerceProperties.OfPurchase(order, read)));
        }

        if (read.PaidAt is { } paidAt)
        {
            yield return events.Once(EventNames.OrderPaid, $"paid:{read.Id}", paidAt, identity, new(milestone));
        }

        if (read.Status == WooCommerceStatus.Cancelled)
        {
            yield return events.Once(EventNames.OrderCancelled, $"cancelled:{read.Id}", read.ModifiedAt, identity, new(milestone));
        }

        foreach (var refund in read.Refunds(events))
        {
            yield return events.Once(
                EventNames.OrderRefunded, $"refunded:{read.Id}:{refund.RefundId}", read.ModifiedAt, identity, new(WooCommerceProperties.OfRefund(read, refund)));
        }
    }
}
