using System.Text.Json;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>
/// Checkouts started and filled in. Shopify does not say when one is abandoned, so none is called so here: a journey that waits for the order says it.
/// </summary>
internal static class ShopifyCheckouts
{
    public static WebhookContent Map(JsonElement checkout, string name, WebhookEvents events)
    {
        var fault = events.Fault;
        Ids.Required(checkout.At("token"u8), "token", fault);
        var currency = Amounts.ReadCurrency(checkout.At("currency"u8), "currency", events.Currency, fault);
        Amounts.Read(checkout.At("total_price"u8), "total_price", fault);
        var at = Instants.Read(checkout.At("updated_at"u8), "updated_at", fault) ?? events.ReceivedAt;
        var identity = ShopifyPeople.OfOrder(checkout, events);
        if (fault.Found)
        {
            return events.Malformed();
        }

        return ShopifyPeople.NamesNobody(identity)
            ? events.NamesNobody()
            : new WebhookContent.Mapped(IntakeOutcome.Of(
                [events.Told(name, at, identity, new(ShopifyProperties.OfCheckout(checkout, currency), ShopifyPeople.TraitsOfOrder(checkout, identity)))]));
    }
}
