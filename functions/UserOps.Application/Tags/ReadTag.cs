using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>All of one tag: what is being written, what is in force, what it is made of and used for.</summary>
public sealed class ReadTag(TagRows rows, CheckTag check, AudienceRows audiences, FindSegmentUses uses, SweepRows sweeps)
{
    /// <returns>Null when nobody defined it, nobody ever had it and nothing names it.</returns>
    public async Task<TagView?> RunAsync(string name, CancellationToken cancel)
    {
        var audience = TagAudience.Of(name);
        var (coverage, last) = await audiences.CountAsync(audience, cancel);
        var by = await uses.RunAsync(audience, cancel);
        if (await rows.FindAsync(name, cancel) is not { Head: var head })
        {
            return last is null && by.None ? null : new(name, TagState.Undefined, null, null, null, [], null, coverage, last, null, by, null);
        }

        var draft = await rows.DraftAsync(name, cancel);
        var mistakes = await check.RunAsync(draft, name, cancel) is TagReading.Wrong wrong ? wrong.Mistakes : [];
        var active = await rows.VersionAsync(name, head.Version, cancel);
        return new(
            name,
            head.State,
            head.Kind,
            new(JourneyHead.TagOf(draft), head.SavedAt, JsonElement.Parse(draft), mistakes),
            active is { } version ? new(head.Version, version.PublishedAt, JsonElement.Parse(version.Document)) : null,
            await rows.VersionsAsync(name, ReadJourney.ListedVersions, cancel),
            head.RetiredAt,
            coverage,
            last,
            active is { } document && TagReader.Read(document.Document) is TagReading.Of { Tag: var tag } ? TagLineage.Of(tag) : null,
            by,
            head.Sweep is { } id && await sweeps.FindAsync(id, cancel) is { } sweep ? SweepProgress.Of(sweep, await sweeps.LanesAsync(id, cancel)) : null);
    }
}
