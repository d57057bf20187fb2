namespace UserOps.Domain.Messages;

/// <summary>What a consent is about: one channel or <c>all</c>, for one purpose or <c>all</c>.</summary>
public readonly record struct ConsentSlot(string Channel, string Purpose)
{
    public const string All = "all";

    /// <summary>Whether whatever is said here is said of <paramref name="other"/> too.</summary>
    public bool Covers(ConsentSlot other) => (Channel is All || Channel == other.Channel) && (Purpose is All || Purpose == other.Purpose);
}
