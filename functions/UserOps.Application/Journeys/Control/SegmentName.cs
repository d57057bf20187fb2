using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Control;

/// <summary>A segment or stage of the published scores, or one of the workspace's own.</summary>
/// <param name="Map"><c>stage</c>, <c>ten-rules</c>, <c>eleven</c> or <c>eight</c>; null: the workspace's own.</param>
/// <param name="Name">Its code, such as <c>dormant</c>, or its key.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SegmentName(string? Map, string? Name)
{
    public override string ToString() => Map is null ? Name ?? "" : $"{Map}/{Name}";
}
