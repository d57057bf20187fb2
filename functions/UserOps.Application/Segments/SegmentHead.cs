using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>What is known of a segment without its documents.</summary>
/// <param name="Name">Of the draft; the key, while it has none that can be read.</param>
/// <param name="Kind">Of the last published version; of the draft, while there is none.</param>
/// <param name="Version">The last published one; 0: none yet.</param>
/// <param name="Draft">Tag of the draft's bytes, as <see cref="Journeys.JourneyHead.TagOf"/> makes it.</param>
/// <param name="Mistakes">In the draft when it was saved.</param>
/// <param name="PublishedAt">When <paramref name="Version"/> was.</param>
/// <param name="Sweep">The back-fill that the last publishing or archiving asked for; null: none.</param>
public sealed record SegmentHead(
    string Key,
    string Name,
    SegmentKind Kind,
    SegmentState State,
    int Version,
    string Draft,
    int Mistakes,
    DateTimeOffset SavedAt,
    DateTimeOffset? PublishedAt = null,
    DateTimeOffset? ArchivedAt = null,
    string? Sweep = null);
