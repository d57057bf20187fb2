using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>A segment as people are in it now.</summary>
/// <param name="Definition">Null: this release can't read it, and whoever is in stays in.</param>
public sealed record PublishedSegment(string Key, int Version, SegmentKind Kind, SegmentDefinition? Definition);
