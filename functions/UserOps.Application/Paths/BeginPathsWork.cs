using System.Text;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Settings;
using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>Takes up a question about paths where a lane left off.</summary>
public sealed class BeginPathsWork(WalkPerson walk, PathTallyRows tallies, PublishedSegments published, UserOpsSettings settings)
{
    public async Task<ISweepWork> RunAsync(Sweep sweep, int lane, CancellationToken cancel)
    {
        var query = QueryOf(sweep);
        return new PathsWork(
            walk, query, AskedSegment.Of(query, await published.RunAsync(cancel)), lane, await tallies.FindAsync(sweep.Id, lane, cancel) ?? PathTally.Bounded(query.Steps));
    }

    /// <summary>Names are not checked again: what was archived since holds nobody.</summary>
    public PathQuery QueryOf(Sweep sweep) =>
        PathQueryReader.Read(Encoding.UTF8.GetBytes(sweep.Document!), sweep.CreatedAt, settings.Workspace.Zone) is PathReading.Of { Query: var query }
            ? query
            : throw new InvalidDataException($"Sweep {sweep.Id} asks what this release can't read.");
}
