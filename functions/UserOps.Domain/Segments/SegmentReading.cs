namespace UserOps.Domain.Segments;

/// <summary>What a segment's document amounts to.</summary>
public abstract record SegmentReading
{
    private SegmentReading()
    {
    }

    public sealed record Of(SegmentDefinition Segment) : SegmentReading;

    /// <param name="Mistakes">All of them, up to a hundred; at least one.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : SegmentReading;
}
