namespace UserOps.Domain.Events;

/// <summary>How far a sender's clock is believed.</summary>
public static class EventClock
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>An instant more than <see cref="Tolerance"/> after the receipt cannot have happened yet: it becomes the receipt, and the event is flagged.</summary>
    public static (DateTimeOffset OccurredAt, bool Clamped) Clamp(DateTimeOffset claimed, DateTimeOffset receivedAt) =>
        claimed - receivedAt > Tolerance ? (receivedAt.ToUniversalTime(), true) : (claimed.ToUniversalTime(), false);
}
