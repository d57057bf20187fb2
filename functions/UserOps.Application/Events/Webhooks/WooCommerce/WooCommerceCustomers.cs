using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

internal static class WooCommerceCustomers
{
    public static WebhookContent Map(JsonElement customer, string name, WebhookEvents events)
    {
        Ids.Required(customer.At("id"u8), "id", events.Fault);
        var identity = WooCommercePeople.OfCustomer(customer, events);
        var at = Instants.Read(customer.At("date_modified_gmt"u8), "date_modified_gmt", events.Fault)
            ?? Instants.Read(customer.At("date_created_gmt"u8), "date_created_gmt", events.Fault)
            ?? events.ReceivedAt;
        if (events.Fault.Found)
        {
            return events.Malformed();
        }

        var traits = JsonObjects.MakeTraits(writer =>
        {
            writer.Text("email", customer.At("email"u8));
            writer.Text("firstName", customer.At("first_name"u8));
            writer.Text("lastName", customer.At("last_name"u8));
            writer.Text("username", customer.At("username"u8));
            writer.Text("avatar", customer.At("avatar_url"u8));
            WooCommercePeople.Contact(writer, customer.At("billing"u8));
        });
        return new WebhookContent.Mapped(IntakeOutcome.Of([events.Told(name, at, identity, new(Traits: traits), EventType.Identify)]));
    }
}
