namespace UserOps.Application.Messages.Sending;

/// <summary>By the moment of sending, the latest first; of two at once by their rows.</summary>
internal sealed class NewestFirst : IComparer<StoredMessage>
{
    public static readonly NewestFirst Order = new();

    public int Compare(StoredMessage? x, StoredMessage? y) =>
        Instant(y).CompareTo(Instant(x)) is not 0 and var byTime ? byTime : string.CompareOrdinal(x?.Row, y?.Row);

    private static DateTimeOffset Instant(StoredMessage? message) => message is null ? default : message.Entry.ClaimedAt ?? message.Entry.At;
}
