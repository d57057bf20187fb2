namespace UserOps.Application.Journeys.Control;

/// <summary>A segment or stage of the published scores.</summary>
/// <param name="Map"><c>stage</c>, <c>ten-rules</c>, <c>eleven</c> or <c>eight</c>.</param>
/// <param name="Name">Its code, such as <c>dormant</c>.</param>
public sealed record SegmentName(string? Map, string? Name)
{
    public override string ToString() => $"{Map}/{Name}";
}
