using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>
/// Order bodies. The facts come from the body alone, which is signed; the topic, which is not, only names the event. Test orders (<c>test: true</c>) are
/// ignored: they stand among the real ones and nobody bought anything.
/// </summary>
internal static class ShopifyOrders
{
    public static WebhookContent Map(JsonElement order, string name, WebhookEvents events)
    {
        var fault = events.Fault;
        var id = Ids.Required(order.At("id"u8), "id", fault);
        var created = Instants.Read(order.At("created_at"u8), "created_at", fault);
        var currency = Amounts.ReadCurrency(order.At("currency"u8), "currency", events.Currency, fault);
        var total = Amounts.ReadMoney(order.At("total_price"u8), "total_price", currency, fault);
        var updated = Instants.Read(order.At("updated_at"u8), "updated_at", fault) ?? created;
        var cancelled = Instants.Read(order.At("cancelled_at"u8), "cancelled_at", fault);
        var refunds = ShopifyRefunds.OfOrder(order, currency, events);
        var identity = ShopifyPeople.OfOrder(order, events);
        if (created is null)
        {
            fault.Note("created_at", "is missing");
        }
        else if (total is null)
        {
            fault.Note("total_price", "is missing");
        }

        if (fault.Found || id is null || created is not { } placedAt || updated is not { } updatedAt || total is not { } cost)
        {
            return events.Malformed();
        }

        if (order.At("test"u8).ValueKind == JsonValueKind.True)
        {
            return new WebhookContent.Ignored("It is a test order.");
        }

        var announces = name is EventNames.OrderPlaced or EventNames.OrderPaid;
        if (announces && ShopifyPeople.NamesNobody(identity))
        {
            return events.NamesNobody();
        }

        var facts = new List<OrderFact>
        {
            new OrderFact.Placed { At = events.Past(placedAt) },
            new OrderFact.TotalAsOf { At = events.Past(updatedAt), Total = cost },
        };
        if (name == EventNames.OrderPaid || order.TextAt("financial_status"u8) is "paid" or "partially_refunded" or "refunded")
        {
            facts.Add(new OrderFact.Paid { At = events.Past(updatedAt) });
        }

        if (cancelled is { } cancelledAt)
        {
            facts.Add(new OrderFact.Cancelled { At = events.Past(cancelledAt) });
        }

        facts.AddRange(refunds);
        var at = name switch
        {
            EventNames.OrderPlaced => placedAt,
            EventNames.OrderCancelled => cancelled ?? updatedAt,
            _ => updatedAt,
        };
        var told = events.Told(name, at, identity, new(
            ShopifyProperties.OfState(order, currency), ShopifyPeople.TraitsOfOrder(order, identity), new(new(events.Source, id), facts)));
        List<UserEvent> accepted = announces
            ? [told, events.Once(EventNames.OrderCompleted, $"completed:{id}", placedAt, identity, new(ShopifyProperties.OfPurchase(order, currency)))]
            : [told];
        return new WebhookContent.Mapped(IntakeOutcome.Of(accepted));
    }
}
