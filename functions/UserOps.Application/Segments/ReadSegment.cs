using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>All of one segment: what is being written, who is meant now, and who was before.</summary>
public sealed class ReadSegment(SegmentRows rows, CheckSegment check, AudienceRows audiences, SweepRows sweeps)
{
    /// <returns>Null when there is no such segment.</returns>
    public async Task<SegmentView?> RunAsync(string key, CancellationToken cancel)
    {
        if (await rows.FindAsync(key, cancel) is not { Head: var head })
        {
            return null;
        }

        var draft = await rows.DraftAsync(key, cancel);
        var mistakes = await check.RunAsync(draft, key, cancel) is SegmentReading.Wrong wrong ? wrong.Mistakes : [];
        var last = await rows.VersionAsync(key, head.Version, cancel);
        return new(
            head.Key,
            head.Name,
            head.Kind,
            head.State,
            new(JourneyHead.TagOf(draft), head.SavedAt, JsonElement.Parse(draft), mistakes),
            last is { } version ? new(head.Version, version.PublishedAt, JsonElement.Parse(version.Document)) : null,
            await rows.VersionsAsync(key, ReadJourney.ListedVersions, cancel),
            head.ArchivedAt,
            head.Version > 0 ? await audiences.SizeAsync(key, cancel) : 0,
            head.Sweep is { } id && await sweeps.FindAsync(id, cancel) is { } sweep ? SweepProgress.Of(sweep, await sweeps.LanesAsync(id, cancel)) : null);
    }
}
