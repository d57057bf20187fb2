using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>Counts the paths of the people of a lane, one after the other in their order, so that also what there was no room for is the same however turns fall.</summary>
internal sealed class PathsWork(WalkPerson walk, PathQuery query, SegmentSet? who, int lane, PathTally tally) : ISweepWork
{
    public PathTally Tally => tally;

    public IReadOnlyList<Change> Kept => [PathTallyRows.Keep(lane, tally)];

    public async Task<SweepCounts> RunAsync(IReadOnlyList<string> users, CancellationToken cancel)
    {
        var each = await EachUser.RunAsync<(PathTally? Paths, SweepCounts Counts)>(
            users,
            async user => await walk.RunAsync(user, query, who, cancel) is { } paths ? (paths, SweepCounts.Of(true, true)) : (null, new(1, 0, 0, 0, 0)),
            _ => Task.FromResult(((PathTally?)null, SweepCounts.OneFailed)),
            cancel);
        foreach (var (paths, _) in each)
        {
            if (paths is { Occurrences: > 0 })
            {
                tally.AddPerson(paths);
            }
        }

        return each.Aggregate(default(SweepCounts), (sum, one) => sum + one.Counts);
    }
}
