namespace UserOps.Domain.Segments;

/// <summary>A segment of the workspace's own.</summary>
/// <param name="Name">That people see.</param>
/// <param name="Where">Who is in it; null: whoever is on its list.</param>
public sealed record SegmentDefinition(string Key, string Name, string? Description, Condition? Where)
{
    public SegmentKind Kind => Where is null ? SegmentKind.Static : SegmentKind.Dynamic;
}
