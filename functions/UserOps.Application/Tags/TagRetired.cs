using UserOps.Application.Segments;

namespace UserOps.Application.Tags;

/// <summary>How retiring ended.</summary>
public abstract record TagRetired
{
    private TagRetired()
    {
    }

    /// <param name="Tag">Retired now, or before.</param>
    public sealed record Done(TagHead Tag) : TagRetired;

    public sealed record InUse(SegmentUses By) : TagRetired;

    /// <summary>It was never active.</summary>
    public sealed record Unknown : TagRetired;
}
