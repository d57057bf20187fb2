namespace UserOps.Application.Segments;

/// <summary>What names a segment or a tag.</summary>
/// <param name="Segments">Keys of the published ones that are built from it.</param>
/// <param name="Journeys">Keys of the published ones that people come into by it, or that ask for it, give it or take it.</param>
/// <param name="Tags">Names of those whose rules ask for it.</param>
/// <param name="Unreadable">What this release can't read and may name it, as <c>journeys/spring</c>, <c>segments/vips</c> or <c>tags/trial</c>.</param>
public sealed record SegmentUses(IReadOnlyList<string> Segments, IReadOnlyList<string> Journeys, IReadOnlyList<string> Tags, IReadOnlyList<string> Unreadable)
{
    public static readonly SegmentUses Nothing = new([], [], [], []);

    public bool None => Segments.Count == 0 && Journeys.Count == 0 && Tags.Count == 0 && Unreadable.Count == 0;
}
