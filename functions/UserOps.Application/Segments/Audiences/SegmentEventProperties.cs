namespace UserOps.Application.Segments.Audiences;

/// <summary>Properties of the events <c>Segment Entered</c> and <c>Segment Left</c>.</summary>
/// <param name="Version">Of the segment, by which it happened; null: it was archived.</param>
internal sealed record SegmentEventProperties(string Segment, int? Version);
