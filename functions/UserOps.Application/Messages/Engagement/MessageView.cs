using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>One message, or why there was none, as a marketer sees it.</summary>
/// <param name="Id">Under which events name it.</param>
/// <param name="At">The moment of sending, else when it was decided.</param>
/// <param name="Reason">Why it was skipped or refused.</param>
/// <param name="Delivery">The last that the provider told: <c>delivered</c>, <c>bounced</c>, <c>failed</c>, <c>filtered</c>, <c>quarantined</c>, <c>suppressed</c>, <c>complained</c>.</param>
/// <param name="CostMinor">In minor units of the workspace's currency.</param>
public sealed record MessageView(
    string Id,
    string Journey,
    int Version,
    string Step,
    string Run,
    MessageState State,
    DateTimeOffset At,
    string? Reason,
    string? Channel,
    string Purpose,
    string Template,
    int? TemplateVersion,
    string? Language,
    string? Delivery,
    DateTimeOffset? DeliveryAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClickedAt,
    decimal CostMinor)
{
    public static MessageView Of(StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var entry = stored.Entry;
        return new(
            stored.Row, entry.Journey, entry.Version, entry.Step, entry.Run, entry.State, entry.ClaimedAt ?? entry.At, entry.Reason, entry.Channel, entry.Purpose, entry.Template,
            entry.TemplateVersion, entry.Language, entry.Delivery, entry.DeliveryAt, entry.OpenedAt, entry.ClickedAt, entry.CostMinor);
    }
}
