using UserOps.Application.Segments.Snapshots;
using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Some of a bucket: users of whom something is done, or members of a snapshot.</summary>
public sealed class SweepPart(SweepBucket bucket, FreezeBucket freeze, ClearBucket clear)
{
    /// <summary>Users at a time.</summary>
    public const int Most = 500;

    /// <summary>In place of where the next begin, which is written down elsewhere.</summary>
    public const string More = "more";

    private const int Together = 16;

    /// <param name="work">Of users.</param>
    /// <param name="from">Null: from the bucket's first.</param>
    /// <returns>Where the next begin, null: there are none; and how many were gone through.</returns>
    public async Task<(string? Next, int Read, SweepCounts Counts)> RunAsync(Sweep sweep, ISweepWork work, byte number, string? from, CancellationToken cancel)
    {
        if (sweep.Kind is SweepKind.Snapshot or SweepKind.Clearing)
        {
            var (more, members) = await (sweep.Kind == SweepKind.Snapshot ? freeze.RunAsync(sweep, number, cancel) : clear.RunAsync(sweep, number, cancel));
            return (more, (int)members.Users, members);
        }

        var (users, next) = await bucket.ReadAsync(number, sweep.ScoredDay, from, PageOf(sweep), cancel);
        var counts = default(SweepCounts);
        foreach (var some in users.Chunk(Together))
        {
            counts += await work.RunAsync(some, cancel);
        }

        return (next, users.Count, counts);
    }

    /// <summary>Of those that are only looked for, there may be many rows without anybody who is meant.</summary>
    private static int PageOf(Sweep sweep) => sweep.ScoredDay is null ? Most : TableLimits.PageRows;
}
