using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>Customers: traits under Segment's reserved names. A field that the shop shows empty is a trait of null, so that it is forgotten here too.</summary>
internal static class ShopifyCustomers
{
    public static WebhookContent Map(JsonElement customer, string name, WebhookEvents events)
    {
        Ids.Required(customer.At("id"u8), "id", events.Fault);
        var identity = ShopifyPeople.OfCustomer(customer, events);
        var at = Instants.Read(customer.At("updated_at"u8), "updated_at", events.Fault) ?? events.ReceivedAt;
        return events.Fault.Found
            ? events.Malformed()
            : new WebhookContent.Mapped(IntakeOutcome.Of(
                [events.Told(name, at, identity, new(Traits: JsonObjects.MakeTraits(writer => Write(writer, customer))), EventType.Identify)]));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement customer)
    {
        TextOrNull(writer, "email", customer.At("email"u8));
        TextOrNull(writer, "firstName", customer.At("first_name"u8));
        TextOrNull(writer, "lastName", customer.At("last_name"u8));
        TextOrNull(writer, "phone", customer.At("phone"u8));
        writer.Text("locale", customer.At("locale"u8));
        writer.Text("createdAt", customer.At("created_at"u8));
        writer.Flag("emailVerified", customer.At("verified_email"u8));
        writer.Text("accountState", customer.At("state"u8));
        Consent(writer, "emailMarketing", customer.At("email_marketing_consent"u8));
        Consent(writer, "smsMarketing", customer.At("sms_marketing_consent"u8));
        Tags(writer, customer.At("tags"u8));
        Address(writer, customer.At("default_address"u8));
    }

    private static void Consent(Utf8JsonWriter writer, string channel, JsonElement consent)
    {
        writer.Text($"{channel}State", consent.At("state"u8));
        writer.Text($"{channel}OptInLevel", consent.At("opt_in_level"u8));
        writer.Text($"{channel}UpdatedAt", consent.At("consent_updated_at"u8));
    }

    private static void Tags(Utf8JsonWriter writer, JsonElement tags)
    {
        if (tags.ValueKind == JsonValueKind.String)
        {
            writer.WriteStartArray("tags");
            foreach (var tag in tags.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(tag);
            }

            writer.WriteEndArray();
        }
    }

    private static void Address(Utf8JsonWriter writer, JsonElement address)
    {
        if (address.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject("address");
            writer.Text("street", address.At("address1"u8));
            writer.Text("city", address.At("city"u8));
            writer.Text("state", address.At("province"u8));
            writer.Text("postalCode", address.At("zip"u8));
            writer.Text("country", address.At("country_code"u8));
            writer.WriteEndObject();
        }
    }

    private static void TextOrNull(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.Text(name, value);
        }
    }
}
