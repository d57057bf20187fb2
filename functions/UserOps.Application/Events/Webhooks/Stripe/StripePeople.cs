using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.Stripe;

internal static class StripePeople
{
    /// <param name="holder">An object with a <c>customer</c>: its id, or the customer itself where the endpoint expands it.</param>
    public static Identity Of(JsonElement holder, JsonElement email, WebhookEvents events)
    {
        var id = Reference(holder.At("customer"u8), "data.object.customer", events);
        return new() { CustomerId = id is null ? null : new(events.Source, id), Email = Emails.Read(email), Trusted = true };
    }

    public static bool NamesNobody(Identity identity) => identity is { CustomerId: null, Email: null };

    /// <summary>The id of another object, which may stand there whole.</summary>
    public static string? Reference(JsonElement value, string field, WebhookEvents events) =>
        Ids.Any(value.ValueKind == JsonValueKind.Object ? value.At("id"u8) : value, field, events.Fault);
}
