using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Ends a snapshot whose sweep is through: it is done with its count, or gone. Twice does no harm.</summary>
public sealed class FinishSnapshot(SnapshotRows rows, SnapshotBuckets buckets, TimeProvider clock)
{
    public async Task RunAsync(Sweep sweep, CancellationToken cancel)
    {
        while (await rows.FindAsync(sweep.Segment, sweep.Snapshot!, cancel) is var (snapshot, etag))
        {
            var own = sweep.Kind == SweepKind.Clearing ? snapshot.ClearedBy == sweep.Id : snapshot.State == SnapshotState.Taking && snapshot.TakenBy == sweep.Id;
            if (!own || await EndAsync(snapshot, etag, cancel))
            {
                return;
            }
        }
    }

    private async Task<bool> EndAsync(Snapshot snapshot, string etag, CancellationToken cancel) => snapshot.State == SnapshotState.Clearing
        ? await rows.DeleteAsync(snapshot, etag, cancel)
        : await rows.ReplaceAsync(snapshot with { State = SnapshotState.Done, Count = await buckets.CountAsync(snapshot.TakenBy, cancel), FinishedAt = clock.GetUtcNow() }, etag, cancel);
}
