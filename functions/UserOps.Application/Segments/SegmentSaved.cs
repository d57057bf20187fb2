using UserOps.Domain;

namespace UserOps.Application.Segments;

/// <summary>How saving a draft ended.</summary>
public abstract record SegmentSaved
{
    private SegmentSaved()
    {
    }

    /// <param name="Mistakes">In the draft; it is kept with them, but can't be published.</param>
    public sealed record Kept(SegmentHead Segment, IReadOnlyList<Mistake> Mistakes) : SegmentSaved;

    /// <summary>It is no JSON, or too large.</summary>
    public sealed record Unreadable(Mistake Mistake) : SegmentSaved;

    /// <summary>It would be one more.</summary>
    /// <param name="Reason">How many there can be.</param>
    public sealed record Full(string Reason) : SegmentSaved;

    /// <summary>The draft is not the one that the writer began with.</summary>
    public sealed record Overtaken : SegmentSaved;
}
