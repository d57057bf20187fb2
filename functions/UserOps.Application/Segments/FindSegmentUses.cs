using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments;

/// <summary>Who would miss a segment or a tag.</summary>
public sealed class FindSegmentUses(PublishedSegments published, JourneyRows journeys, FindJourney find)
{
    /// <param name="audience">Key of a segment, or of a tag as <see cref="TagAudience"/> names it.</param>
    public async Task<SegmentUses> RunAsync(string audience, CancellationToken cancel) => (await AllAsync(cancel)).GetValueOrDefault(audience, SegmentUses.Nothing);

    /// <summary>Of everything that anything names.</summary>
    public async Task<IReadOnlyDictionary<string, SegmentUses>> AllAsync(CancellationToken cancel)
    {
        var uses = new Dictionary<string, SegmentUses>(StringComparer.Ordinal);
        var known = await published.ReadAsync(cancel);
        foreach (var (key, where) in known.Conditions.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var named in SegmentGraph.NamedBy(where).Where(named => named != key))
            {
                var before = uses.GetValueOrDefault(named, SegmentUses.Nothing);
                uses[named] = TagAudience.TagOf(key) is { } tag ? before with { Tags = [.. before.Tags, tag] } : before with { Segments = [.. before.Segments, key] };
            }
        }

        await foreach (var head in journeys.AllAsync(cancel))
        {
            if (head.State == JourneyState.Published && await find.RunAsync(head.Key, head.Version, cancel) is { } version)
            {
                foreach (var named in JourneyAudiences.Of(version.Journey))
                {
                    var before = uses.GetValueOrDefault(named, SegmentUses.Nothing);
                    uses[named] = before with { Journeys = [.. before.Journeys, head.Key] };
                }
            }
        }

        return uses;
    }
}
