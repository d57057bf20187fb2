using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Domain.Segments;

/// <summary>Which messages count, and from when until when.</summary>
internal static class MessagedEvaluation
{
    public static Judged Judge(Condition.Messaged asked, ConditionFacts facts, ZoneCalendar calendar, Instant now) => Counting.Judge(
        asked.Times,
        from message in facts.Messages
        where Matches(asked.Journey, message.Journey) && Matches(asked.Template, message.Template) && Matches(asked.Channel, message.Channel)
        let at = InstantOf(asked.Mark, message)
        where at is not null
        select Span.Since(Instant.FromDateTimeOffset(at.Value), asked.Within, calendar),
        now);

    private static bool Matches(string? asked, string? there) => asked is null || asked == there;

    /// <returns>Null: it did not come so far.</returns>
    private static DateTimeOffset? InstantOf(MessageMark mark, MessageEntry message) => mark switch
    {
        MessageMark.Sent => message.State is MessageState.Claimed or MessageState.Accepted or MessageState.Unknown ? message.ClaimedAt : null,
        MessageMark.Delivered => Earliest(
            message.Delivery is DeliveryNames.Delivered or DeliveryNames.Complained ? message.DeliveryAt : null, Earliest(message.OpenedAt, message.ClickedAt)),
        MessageMark.Opened => Earliest(message.OpenedAt, message.ClickedAt),
        MessageMark.Clicked => message.ClickedAt,
        _ => message.State == MessageState.Refused ? message.At : null,
    };

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
