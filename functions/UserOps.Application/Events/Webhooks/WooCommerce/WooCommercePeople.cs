using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>Whom an order or a customer body is about. A guest has customer id 0 and is known by the e-mail of the invoice.</summary>
internal static class WooCommercePeople
{
    public static Identity OfOrder(JsonElement order, WebhookEvents events) =>
        Of(Ids.Person(order.At("customer_id"u8), "customer_id", events.Fault), order.At("billing"u8).At("email"u8), events);

    public static Identity OfCustomer(JsonElement customer, WebhookEvents events) =>
        Of(Ids.Person(customer.At("id"u8), "id", events.Fault), customer.At("email"u8), events);

    public static IReadOnlyDictionary<string, JsonElement>? TraitsOfOrder(JsonElement order)
    {
        var billing = order.At("billing"u8);
        return JsonObjects.MakeTraits(writer =>
        {
            writer.Text("email", billing.At("email"u8));
            writer.Text("firstName", billing.At("first_name"u8));
            writer.Text("lastName", billing.At("last_name"u8));
            Contact(writer, billing);
        });
    }

    /// <param name="billing">The address of the invoice, which has the telephone too.</param>
    public static void Contact(Utf8JsonWriter writer, JsonElement billing)
    {
        writer.Text("phone", billing.At("phone"u8));
        if (billing.TextAt("country"u8) is not null || billing.TextAt("city"u8) is not null)
        {
            writer.WriteStartObject("address");
            writer.Text("street", billing.At("address_1"u8));
            writer.Text("city", billing.At("city"u8));
            writer.Text("state", billing.At("state"u8));
            writer.Text("postalCode", billing.At("postcode"u8));
            writer.Text("country", billing.At("country"u8));
            writer.WriteEndObject();
        }
    }

    private static Identity Of(string? id, JsonElement email, WebhookEvents events) =>
        new() { CustomerId = id is null ? null : new(events.Source, id), Email = Emails.Read(email), Trusted = true };
}
