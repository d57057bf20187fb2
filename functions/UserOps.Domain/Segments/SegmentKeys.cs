namespace UserOps.Domain.Segments;

/// <summary>Which names a segment can have.</summary>
public static class SegmentKeys
{
    public const string Form = "A segment's key has lower-case letters, digits and hyphens, 1 to 60, begins with no hyphen, and is none of validate, preview, previews, templates and schema.";

    /// <summary>Addresses beside those of segments.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["validate", "preview", "previews", "templates", "schema"];

    public static bool IsKey(string? text) => Slug.Is(text, ConditionLimits.KeyLength) && !Reserved.Contains(text);
}
