using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Webhooks.Stripe;

internal static class StripeCustomers
{
    public static WebhookContent Map(JsonElement customer, string name, DateTimeOffset at, WebhookEvents events)
    {
        var id = Ids.Required(customer.At("id"u8), "data.object.id", events.Fault);
        if (events.Fault.Found || id is null)
        {
            return events.Malformed();
        }

        var traits = JsonObjects.MakeTraits(writer =>
        {
            writer.Text("email", customer.At("email"u8));
            writer.Text("name", customer.At("name"u8));
            writer.Text("phone", customer.At("phone"u8));
            writer.Text("description", customer.At("description"u8));
            if (customer.At("address"u8) is { ValueKind: JsonValueKind.Object } address)
            {
                writer.WriteStartObject("address");
                writer.Text("street", address.At("line1"u8));
                writer.Text("city", address.At("city"u8));
                writer.Text("state", address.At("state"u8));
                writer.Text("postalCode", address.At("postal_code"u8));
                writer.Text("country", address.At("country"u8));
                writer.WriteEndObject();
            }
        });
        return new WebhookContent.Mapped(IntakeOutcome.Of([events.Told(
            name,
            at,
            new() { CustomerId = new(events.Source, id), Email = Emails.Read(customer.At("email"u8)), Trusted = true },
            new(Traits: traits),
            EventType.Identify)]));
    }
}
