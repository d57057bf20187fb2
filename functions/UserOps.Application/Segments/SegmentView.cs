using UserOps.Application.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>A segment as it is answered.</summary>
/// <param name="Published">The last version; null: none yet.</param>
/// <param name="Versions">The newest first.</param>
public sealed record SegmentView(
    string Key,
    string Name,
    SegmentKind Kind,
    SegmentState State,
    SegmentDraftView Draft,
    SegmentVersionView? Published,
    IReadOnlyList<PublishedVersion> Versions,
    DateTimeOffset? ArchivedAt);
