using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// Reports of Azure Communication Services on e-mails, in Event Grid's schema or as CloudEvents 1.0, one or several. The documentation, the published types and what is sent
/// differ in the case of letters and in one name, so both are read.
/// Source: https://learn.microsoft.com/azure/event-grid/communication-services-email-events
/// </summary>
public static class EmailReports
{
    public const string Delivery = "Microsoft.Communication.EmailDeliveryReportReceived";
    public const string Engagement = "Microsoft.Communication.EmailEngagementTrackingReportReceived";

    /// <returns>The reports, and how many events were none that can be read.</returns>
    public static (IReadOnlyList<MessageReport> Reports, int Unread) Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            var root = parsed.RootElement;
            var read = (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : (IEnumerable<JsonElement>)[root]).Select(item => Read(item, receivedAt)).ToList();
            return ([.. read.OfType<MessageReport>()], read.Count(report => report is null));
        }
        catch (JsonException)
        {
            return ([], 1);
        }
    }

    private static MessageReport? Read(JsonElement item, DateTimeOffset receivedAt)
    {
        var data = item.At("data"u8);
        if (Text(data, "messageId") is not { Length: <= MessageReport.LongestId } id)
        {
            return null;
        }

        var fault = new Fault();
        DateTimeOffset? When(string name) =>
            Instants.ReadPast(Value(data, name), "data." + name, receivedAt, fault)
            ?? Instants.ReadPast(item.At("time"u8), "time", receivedAt, fault)
            ?? Instants.ReadPast(item.At("eventTime"u8), "eventTime", receivedAt, fault);
        var (what, at) = (item.TextAt("eventType"u8) ?? item.TextAt("type"u8)) switch
        {
            Delivery => (Status(Text(data, "status")), When("deliveryAttemptTimestamp")),
            Engagement => (Action(Text(data, "engagementType") ?? Text(data, "engagement")), When("userActionTimestamp")),
            _ => (null, null),
        };
        var link = what == MessageReport.Clicked ? Link(Text(data, "engagementContext")) : null;
        return what is null || at is null || (what == MessageReport.Clicked && link is null) ? null : new(MessageNames.Email, id, what, at.Value, link);
    }

    private static string? Status(string? status) => status?.ToLowerInvariant() switch
    {
        "delivered" => DeliveryNames.Delivered,
        "bounced" => DeliveryNames.Bounced,
        "failed" => DeliveryNames.Failed,
        "filteredspam" => DeliveryNames.Filtered,
        "quarantined" => DeliveryNames.Quarantined,
        "suppressed" => DeliveryNames.Suppressed,
        _ => null,
    };

    private static string? Action(string? action) => action?.ToLowerInvariant() switch
    {
        "view" => MessageReport.Opened,
        "click" => MessageReport.Clicked,
        _ => null,
    };

    private static string? Link(string? context) =>
        Uri.TryCreate(context, UriKind.Absolute, out var link) && link.GetLeftPart(UriPartial.Path) is { Length: <= Links.ClickTarget.LongestAddress } kept ? kept : null;

    private static string? Text(JsonElement data, string name) => Value(data, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement Value(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            : default;
}
