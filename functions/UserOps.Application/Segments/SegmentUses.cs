namespace UserOps.Application.Segments;

/// <summary>What names a segment.</summary>
/// <param name="Segments">Keys of the published ones that are built from it.</param>
/// <param name="Journeys">Keys of the published ones that people come into by it, or that ask for it.</param>
public sealed record SegmentUses(IReadOnlyList<string> Segments, IReadOnlyList<string> Journeys)
{
    public bool None => Segments.Count == 0 && Journeys.Count == 0;
}
