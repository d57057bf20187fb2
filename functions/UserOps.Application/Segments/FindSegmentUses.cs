using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>Who would miss a segment.</summary>
public sealed class FindSegmentUses(PublishedSegments published, JourneyRows journeys, FindJourney find)
{
    public async Task<SegmentUses> RunAsync(string key, CancellationToken cancel)
    {
        var known = await published.ReadAsync(cancel);
        string[] segments = [.. known.Conditions.Where(one => one.Key != key && SegmentGraph.NamedBy(one.Value).Contains(key)).Select(one => one.Key).Order(StringComparer.Ordinal)];
        var named = new List<string>();
        await foreach (var head in journeys.AllAsync(cancel))
        {
            if (head.State == JourneyState.Published && await find.RunAsync(head.Key, head.Version, cancel) is { } version && JourneySegments.Of(version.Journey).Contains(key))
            {
                named.Add(head.Key);
            }
        }

        return new(segments, named);
    }
}
