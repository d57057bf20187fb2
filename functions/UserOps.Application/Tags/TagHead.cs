using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>What is known of a tag's definition without its documents.</summary>
/// <param name="Kind">Of the last active version; of the draft, while there is none.</param>
/// <param name="Version">The last that was active; 0: none yet.</param>
/// <param name="Draft">Tag of the draft's bytes, as <see cref="Journeys.JourneyHead.TagOf"/> makes it.</param>
/// <param name="Mistakes">In the draft when it was saved.</param>
/// <param name="ActivatedAt">When <paramref name="Version"/> was.</param>
/// <param name="Sweep">The back-fill that the last activation or retirement asked for; null: none.</param>
public sealed record TagHead(
    string Name,
    TagKind Kind,
    TagState State,
    int Version,
    string Draft,
    int Mistakes,
    DateTimeOffset SavedAt,
    DateTimeOffset? ActivatedAt = null,
    DateTimeOffset? RetiredAt = null,
    string? Sweep = null);
