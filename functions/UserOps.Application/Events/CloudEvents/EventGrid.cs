using System.Text.Json;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.CloudEvents;

/// <summary>Azure Event Grid's own schema. Source: https://learn.microsoft.com/azure/event-grid/event-schema</summary>
internal static class EventGrid
{
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";

    public static bool IsGridEvent(JsonElement item) => !item.At("specversion"u8).IsPresent() && item.At("eventType"u8).IsPresent();

    /// <returns>The code to be sent back when the body is the question whether this address may be subscribed, else null.</returns>
    public static string? ValidationCode(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array || body.GetArrayLength() != 1)
        {
            return null;
        }

        var item = body[0];
        return item.TextAt("eventType"u8) == Validation ? item.At("data"u8).TextAt("validationCode"u8) : null;
    }
}
