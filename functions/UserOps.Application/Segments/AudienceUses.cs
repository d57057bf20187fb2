namespace UserOps.Application.Segments;

/// <summary>What names each segment and tag that anything names.</summary>
/// <param name="Unreadable">As in <see cref="SegmentUses"/>.</param>
public sealed record AudienceUses(IReadOnlyDictionary<string, SegmentUses> ByKey, IReadOnlyList<string> Unreadable)
{
    /// <param name="audience">Key of a segment, or of a tag as <see cref="Domain.Tags.TagAudience"/> names it.</param>
    public SegmentUses Of(string audience) => ByKey.GetValueOrDefault(audience, SegmentUses.Nothing) with { Unreadable = Unreadable };
}
