namespace UserOps.Application.Segments;

public enum SegmentState
{
    /// <summary>Nobody is in it yet.</summary>
    Draft,

    Published,

    /// <summary>Everybody left; what was is kept.</summary>
    Archived,
}
