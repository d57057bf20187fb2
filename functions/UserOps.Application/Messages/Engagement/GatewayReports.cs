using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// What a gateway tells of a message: <c>{"type":"message.status","timestamp":…,"data":{"id":…,"status":…,"at":…}}</c>, where the id is that of the message that it was told to
/// send, and the status <c>delivered</c>, <c>failed</c>, <c>bounced</c>, <c>complained</c> or <c>read</c>. Without <c>at</c> the timestamp counts.
/// </summary>
internal static class GatewayReports
{
    public const string Topic = "message.status";
    public const string Read = "read";

    private static readonly string[] Statuses = [DeliveryNames.Delivered, DeliveryNames.Failed, DeliveryNames.Bounced, DeliveryNames.Complained, Read];

    /// <param name="body">Of the topic.</param>
    /// <returns>Null after noting a fault.</returns>
    public static MessageReport? Of(string channel, JsonElement body, DateTimeOffset receivedAt, Fault fault)
    {
        var data = body.At("data"u8);
        var (id, status) = (data.TextAt("id"u8), data.TextAt("status"u8));
        if (id is not { Length: <= MessageReport.LongestId })
        {
            fault.Note("data.id", "must be the id of a message that was to be sent");
        }

        if (!Statuses.Contains(status))
        {
            fault.Note("data.status", $"must be one of {string.Join(", ", Statuses)}");
        }

        var at = Instants.ReadPast(data.At("at"u8), "data.at", receivedAt, fault) ?? Instants.ReadPast(body.At("timestamp"u8), "timestamp", receivedAt, fault) ?? receivedAt;
        return fault.Found ? null : new(channel, id!, status == Read ? MessageReport.Opened : status!, at);
    }
}
