using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>Whom an order, checkout or customer body is about.</summary>
internal static class ShopifyPeople
{
    /// <param name="order">An order or a checkout.</param>
    public static Identity OfOrder(JsonElement order, WebhookEvents events)
    {
        var customer = order.At("customer"u8);
        var email = Emails.Read(order.At("email"u8)) ?? Emails.Read(order.At("contact_email"u8)) ?? Emails.Read(customer.At("email"u8));
        return Of(Ids.Person(customer.At("id"u8), "customer.id", events.Fault), email, events);
    }

    public static Identity OfCustomer(JsonElement customer, WebhookEvents events) =>
        Of(Ids.Person(customer.At("id"u8), "id", events.Fault), Emails.Read(customer.At("email"u8)), events);

    public static bool NamesNobody(Identity identity) => identity is { CustomerId: null, Email: null };

    /// <summary>What an order tells of its customer besides; the customer's own webhooks tell more.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? TraitsOfOrder(JsonElement order, Identity identity)
    {
        var customer = order.At("customer"u8);
        return JsonObjects.MakeTraits(writer =>
        {
            if (identity.Email is { } email)
            {
                writer.WriteString("email"u8, email);
            }

            writer.Text("firstName", customer.At("first_name"u8));
            writer.Text("lastName", customer.At("last_name"u8));
            writer.Text("phone", customer.At("phone"u8));

            // The language that the shop spoke to them at this purchase: most customer bodies say nothing of one.
            writer.Text("locale", order.At("customer_locale"u8));
        });
    }

    private static Identity Of(string? id, string? email, WebhookEvents events) =>
        new() { CustomerId = id is null ? null : new(events.Source, id), Email = email, Trusted = true };
}
