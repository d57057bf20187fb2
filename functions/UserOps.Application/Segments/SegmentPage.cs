namespace UserOps.Application.Segments;

/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record SegmentPage(IReadOnlyList<SegmentHead> Segments, string? Next);
