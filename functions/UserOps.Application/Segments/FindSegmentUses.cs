using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments;

/// <summary>Who would miss a segment or a tag.</summary>
public sealed class FindSegmentUses(PublishedSegments published, JourneyRows journeys, FindJourney find)
{
    /// <param name="audience">Key of a segment, or of a tag as <see cref="TagAudience"/> names it.</param>
    public async Task<SegmentUses> RunAsync(string audience, CancellationToken cancel) => (await AllAsync(cancel)).Of(audience);

    /// <summary>Of everything that anything names.</summary>
    public async Task<AudienceUses> AllAsync(CancellationToken cancel)
    {
        var uses = new Dictionary<string, SegmentUses>(StringComparer.Ordinal);
        var unreadable = new List<string>();
        var known = await published.ReadAsync(cancel);
        unreadable.AddRange(known.Unreadable);
        foreach (var (key, where) in known.Conditions.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var named in SegmentGraph.NamedBy(where).Where(named => named != key))
            {
                var before = uses.GetValueOrDefault(named, SegmentUses.Nothing);
                uses[named] = TagAudience.TagOf(key) is { } tag ? before with { Tags = [.. before.Tags, tag] } : before with { Segments = [.. before.Segments, key] };
            }
        }

        await foreach (var head in journeys.AllAsync(cancel).Where(head => head.State == JourneyState.Published))
        {
            if (await NamedByAsync(head, cancel) is not { } all)
            {
                unreadable.Add("journeys/" + head.Key);
                continue;
            }

            foreach (var named in all)
            {
                var before = uses.GetValueOrDefault(named, SegmentUses.Nothing);
                uses[named] = before with { Journeys = [.. before.Journeys, head.Key] };
            }
        }

        return new(uses, unreadable);
    }

    /// <returns>Null: this release can't read it.</returns>
    private async Task<IReadOnlySet<string>?> NamedByAsync(JourneyHead head, CancellationToken cancel)
    {
        try
        {
            return await find.RunAsync(head.Key, head.Version, cancel) is { } version ? JourneyAudiences.Of(version.Journey) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
