using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Segments of a workspace's own, of which there are none yet: a journey that waits for people to enter one would wait for ever.</summary>
internal sealed class OwnSegmentNames : INameSource
{
    public Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel) => Task.FromResult(names with { Segments = new HashSet<string>() });
}
