using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>A segment as it is answered.</summary>
/// <param name="Published">The last version; null: none yet.</param>
/// <param name="Size">How many are in it now.</param>
/// <param name="BackFill">How far everybody was looked at since the last publishing or archiving; null: neither happened.</param>
/// <param name="Versions">The newest first.</param>
public sealed record SegmentView(
    string Key,
    string Name,
    SegmentKind Kind,
    SegmentState State,
    SegmentDraftView Draft,
    SegmentVersionView? Published,
    IReadOnlyList<PublishedVersion> Versions,
    DateTimeOffset? ArchivedAt,
    long Size,
    SweepProgress? BackFill);
