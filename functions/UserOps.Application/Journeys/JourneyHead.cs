using System.Security.Cryptography;
using UserOps.Domain;

namespace UserOps.Application.Journeys;

/// <summary>What is known of a journey without its documents.</summary>
/// <param name="Name">Of the draft; the key, while it has none that can be read.</param>
/// <param name="Version">The last published one; 0: none yet.</param>
/// <param name="Draft">Tag of the draft's bytes, as <see cref="TagOf"/> makes it.</param>
/// <param name="Mistakes">In the draft when it was saved.</param>
/// <param name="PublishedAt">When <paramref name="Version"/> was.</param>
/// <param name="PausedAt">Since then nothing is done for anybody inside; null: it is not paused.</param>
public sealed record JourneyHead(
    string Key,
    string Name,
    JourneyState State,
    int Version,
    string Draft,
    int Mistakes,
    DateTimeOffset SavedAt,
    DateTimeOffset? PublishedAt = null,
    DateTimeOffset? ArchivedAt = null,
    DateTimeOffset? PausedAt = null)
{
    /// <summary>The same for the same bytes.</summary>
    public static string TagOf(ReadOnlySpan<byte> draft) => HashText.Encode(SHA256.HashData(draft));
}
