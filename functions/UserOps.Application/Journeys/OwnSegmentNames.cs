using UserOps.Application.Segments;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Published segments of the workspace's own: a journey that waits for people to enter one that is none yet would wait for ever.</summary>
internal sealed class OwnSegmentNames(PublishedSegments published) : INameSource
{
    public async Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel) =>
        names with { Segments = (await published.ReadAsync(cancel)).Conditions.Keys.ToHashSet(StringComparer.Ordinal) };
}
