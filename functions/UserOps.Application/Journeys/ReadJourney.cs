using System.Text.Json;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>All of one journey: what is being written, what runs, and what ran before.</summary>
public sealed class ReadJourney(JourneyRows rows, CheckJourney check)
{
    /// <summary>Versions that are listed, the newest first; older ones are read by their number.</summary>
    public const int ListedVersions = 50;

    /// <returns>Null when there is no such journey.</returns>
    public async Task<JourneyView?> RunAsync(string key, CancellationToken cancel)
    {
        if (await rows.FindAsync(key, cancel) is not { Head: var head })
        {
            return null;
        }

        var draft = await rows.DraftAsync(key, cancel);
        var mistakes = await check.RunAsync(draft, key, cancel) is JourneyReading.Wrong wrong ? wrong.Mistakes : [];
        var last = await rows.VersionAsync(key, head.Version, cancel);
        return new(
            head.Key,
            head.Name,
            head.State,
            new(JourneyHead.TagOf(draft), head.SavedAt, JsonElement.Parse(draft), mistakes),
            last is { } version ? new(head.Version, version.PublishedAt, JsonElement.Parse(version.Document)) : null,
            await rows.VersionsAsync(key, ListedVersions, cancel),
            head.ArchivedAt);
    }
}
