using UserOps.Application.Storage;

namespace UserOps.Application.Journeys;

/// <summary>A journey as it is answered.</summary>
/// <param name="Published">The last version; null: none yet.</param>
/// <param name="Versions">The newest first.</param>
public sealed record JourneyView(
    string Key, string Name, JourneyState State, DraftView Draft, VersionView? Published, IReadOnlyList<PublishedVersion> Versions, DateTimeOffset? ArchivedAt);
