namespace UserOps.Domain.Messages;

/// <summary>
/// How many messages a person got on the last days, by channel. Days are calendar days of the person's own, since "two a day" is what people feel and can check; a week is any
/// seven of them in a row, since a calendar week would let two weeks' worth meet from Sunday to Monday. So seven days of counts decide everything; an eighth is kept for
/// travellers whose calendar goes back.
/// </summary>
/// <param name="Sent">Ascending by day and channel; at most <see cref="MaxEntries"/>.</param>
public sealed record SentRing(IReadOnlyList<SentDay> Sent)
{
    public const int DaysKept = 8;
    public const int MaxEntries = DaysKept * MessagingRules.MaxChannels;

    public static readonly SentRing Empty = new([]);

    public SentRing With(string channel, int day)
    {
        var known = Sent.FirstOrDefault(sent => sent.Day == day && sent.Channel == channel);
        var latest = Math.Max(day, Sent.Count > 0 ? Sent[^1].Day : day);
        return new([.. Sent
            .Where(sent => sent != known && sent.Day > latest - DaysKept)
            .Append(new(day, channel, (known?.Count ?? 0) + 1))
            .OrderBy(sent => sent.Day)
            .ThenBy(sent => sent.Channel, StringComparer.Ordinal)
            .TakeLast(MaxEntries)]);
    }

    /// <summary>One that was counted did not go out after all.</summary>
    public SentRing Without(string channel, int day) =>
        new([.. Sent.Select(sent => sent.Day == day && sent.Channel == channel ? sent with { Count = sent.Count - 1 } : sent).Where(sent => sent.Count > 0)]);

    /// <summary>Whether one more may go out on a day. What was sent on a later day, by a traveller's calendar, counts as of this one.</summary>
    /// <param name="channel">Null: all channels together.</param>
    public bool HasRoom(Cap cap, string? channel, int day) =>
        (cap.Day is not { } daily || CountSince(day, channel) < daily) && (cap.Week is not { } weekly || CountSince(day - 6, channel) < weekly);

    private int CountSince(int day, string? channel) => Sent.Where(sent => sent.Day >= day && (channel is null || sent.Channel == channel)).Sum(sent => sent.Count);
}
