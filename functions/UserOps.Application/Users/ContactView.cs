using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Application.Users;

/// <summary>How a person was reached and answered, from all messages of theirs.</summary>
/// <param name="PreferredChannel">On which they answer best; null: they never answered.</param>
/// <param name="PreferredHour">0 to 23 of their wall clock, around which they answer most; null with fewer than three answers.</param>
/// <param name="TimeZone">IANA id of that clock.</param>
/// <param name="LastSent">The last touch: the latest message that was sent.</param>
/// <param name="LastAnswered">The message that was answered last.</param>
public sealed record ContactView(
    string? PreferredChannel, int? PreferredHour, string TimeZone, IReadOnlyDictionary<string, ChannelView> Channels, TouchView? LastSent, TouchView? LastAnswered)
{
    public static ContactView Of(PastResponse past, DateTimeZone zone) => new(
        past.Channel,
        past.Hour,
        zone.Id,
        past.Channels.ToDictionary(one => one.Key, one => new ChannelView(one.Value.Sent, one.Value.Responses)),
        past.LastSent is { } sent ? TouchView.Of(sent, PastResponse.SentAt(sent)) : null,
        past.LastAnswered is { } answered ? TouchView.Of(answered, PastResponse.AnsweredAt(answered)!.Value) : null);
}
