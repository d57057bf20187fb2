using UserOps.Application.Segments.Snapshots;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Some of a bucket, by what the sweep is for. Twice does no harm.</summary>
public sealed class SweepPart(SweepUsers users, FreezeBucket freeze, ClearBucket clear)
{
    /// <summary>Users, or members, at a time.</summary>
    public const int Most = 500;

    /// <summary>In place of where the next begin, which is written down elsewhere.</summary>
    public const string More = "more";

    /// <param name="from">Null: from the bucket's first.</param>
    /// <returns>Where the next begin; null: there are none.</returns>
    public Task<(string? Next, SweepCounts Counts)> RunAsync(Sweep sweep, byte bucket, string? from, CancellationToken cancel) => sweep.Kind switch
    {
        SweepKind.Snapshot => freeze.RunAsync(sweep, bucket, cancel),
        SweepKind.Clearing => clear.RunAsync(sweep, bucket, cancel),
        _ => users.RunAsync(sweep, bucket, from, cancel),
    };
}
