using UserOps.Domain;

namespace UserOps.Application.Segments;

/// <summary>How publishing ended.</summary>
public abstract record SegmentPublished
{
    private SegmentPublished()
    {
    }

    /// <param name="New">False: the draft says the same as the last version, which stands.</param>
    public sealed record Done(SegmentHead Segment, bool New) : SegmentPublished;

    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : SegmentPublished;

    /// <param name="Reason">How many there can be.</param>
    public sealed record Full(string Reason) : SegmentPublished;

    /// <summary>The draft is not the one that was meant.</summary>
    public sealed record Overtaken : SegmentPublished;

    public sealed record Unknown : SegmentPublished;
}
