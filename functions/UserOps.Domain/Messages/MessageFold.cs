namespace UserOps.Domain.Messages;

/// <summary>What is told about a message after it was sent, folded into its entry: in any order, and as often as it comes.</summary>
public static class MessageFold
{
    /// <param name="delivery">One of <see cref="DeliveryNames"/>.</param>
    /// <param name="at">By the provider's clock.</param>
    public static MessageEntry Reported(this MessageEntry entry, string delivery, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Known(entry is { Delivery: { } known, DeliveryAt: { } knownAt } && !DeliveryNames.Stands(delivery, at, known, knownAt)
            ? entry
            : entry with { Delivery = delivery, DeliveryAt = at });
    }

    public static MessageEntry Opened(this MessageEntry entry, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Known(entry.OpenedAt <= at ? entry : entry with { OpenedAt = at });
    }

    public static MessageEntry Clicked(this MessageEntry entry, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Known(entry.ClickedAt <= at ? entry : entry with { ClickedAt = at });
    }

    /// <summary>
    /// Whatever comes back shows that it went out: whoever still waits for the provider's answer, or never got it, finds it settled. When it came to that stays as it was.
    /// </summary>
    private static MessageEntry Known(MessageEntry entry) =>
        entry.State is MessageState.Claimed or MessageState.Unknown ? entry with { State = MessageState.Accepted } : entry;
}
