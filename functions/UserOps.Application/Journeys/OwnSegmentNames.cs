using UserOps.Application.Segments;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Published segments of the workspace's own: a journey that waits for people to enter one that is none yet would wait for ever. And tags that can't be named any more.</summary>
internal sealed class OwnSegmentNames(PublishedSegments published) : INameSource
{
    public async Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel)
    {
        var known = await published.ReadAsync(cancel);
        return names with { Segments = known.SegmentKeys, RetiredTags = known.Tags.Retired.ToHashSet(StringComparer.Ordinal) };
    }
}
