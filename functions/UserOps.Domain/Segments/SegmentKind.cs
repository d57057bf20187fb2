namespace UserOps.Domain.Segments;

public enum SegmentKind
{
    /// <summary>Whoever fulfils a condition, at every instant.</summary>
    Dynamic,

    /// <summary>A list that changes only by hand.</summary>
    Static,
}
