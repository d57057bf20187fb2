using System.Text.Json;

namespace UserOps.Application.Segments;

/// <param name="Segment">In canonical form.</param>
public sealed record SegmentVersionView(int Version, DateTimeOffset PublishedAt, JsonElement Segment);
