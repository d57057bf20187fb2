namespace UserOps.Application.Segments;

/// <summary>How archiving ended.</summary>
public abstract record SegmentArchived
{
    private SegmentArchived()
    {
    }

    public sealed record Done(SegmentHead Segment) : SegmentArchived;

    public sealed record InUse(SegmentUses By) : SegmentArchived;

    public sealed record Unknown : SegmentArchived;
}
