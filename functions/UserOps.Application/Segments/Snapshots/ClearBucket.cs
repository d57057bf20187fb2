using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Throws away some people of a bucket of a snapshot.</summary>
public sealed class ClearBucket(SnapshotRows snapshots, SnapshotBuckets buckets)
{
    private const int Batches = 5;

    /// <summary>Of the snapshot that the sweep was made to throw away.</summary>
    /// <returns>Null: all are gone, or somebody else was sent for them.</returns>
    public async Task<(string? Next, SweepCounts Counts)> RunAsync(Sweep sweep, byte bucket, CancellationToken cancel) =>
        (await snapshots.FindAsync(sweep.Segment, sweep.Snapshot!, cancel))?.Snapshot is { } snapshot && snapshot.ClearedBy == sweep.Id
            ? await RunAsync(snapshot.TakenBy, bucket, cancel)
            : (null, default);

    /// <param name="id">Under which the people stand.</param>
    /// <returns>Null: all are gone.</returns>
    public async Task<(string? Next, SweepCounts Counts)> RunAsync(string id, byte bucket, CancellationToken cancel)
    {
        var gone = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            switch (await buckets.ClearAsync(id, bucket, cancel))
            {
                case 0:
                    return (null, new(gone, 0, 0, 0, 0));
                case { } some:
                    gone += some;
                    break;
            }
        }

        return (SweepPart.More, new(gone, 0, 0, 0, 0));
    }
}
