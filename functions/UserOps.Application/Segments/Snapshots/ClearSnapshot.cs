using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Throws a snapshot away, also one that is still being taken. Twice is once.</summary>
public sealed class ClearSnapshot(SnapshotRows rows, SweepRows sweeps, CreateSweep create, TimeProvider clock)
{
    /// <returns>Null: there is no such snapshot, or not any more.</returns>
    public async Task<Snapshot?> RunAsync(string segment, string id, CancellationToken cancel)
    {
        while (await rows.FindAsync(segment, id, cancel) is var (snapshot, etag))
        {
            if (snapshot.ClearedBy is { } earlier)
            {
                await create.ResumeAsync(earlier, cancel);
                return snapshot;
            }

            // There before the snapshot names it; a sweep that no snapshot names does nothing.
            var now = clock.GetUtcNow();
            var sweep = new Sweep { Id = Sweep.NewId(), Kind = SweepKind.Clearing, Segment = segment, Snapshot = id, CreatedAt = now, NotBefore = now };
            await sweeps.AnnounceAsync(sweep.Id, segment, now, cancel);
            await sweeps.InsertAsync(sweep, cancel);
            var after = snapshot with { State = SnapshotState.Clearing, ClearedBy = sweep.Id };
            if (await rows.ReplaceAsync(after, etag, cancel))
            {
                await create.ResumeAsync(sweep.Id, cancel);
                return after;
            }
        }

        return null;
    }
}
