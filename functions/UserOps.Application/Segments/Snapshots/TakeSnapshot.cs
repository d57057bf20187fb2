using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Has those written down who are in a segment now: those whose instant has come are looked at first.</summary>
public sealed class TakeSnapshot(
    PublishedSegments published, SnapshotRows rows, SnapshotBuckets buckets, SweepRows sweeps, CreateSweep create, ReviewDueUsers due, TimeProvider clock)
{
    /// <summary>Who came or went right before is committed with the profile, and written into the audience a moment later.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <param name="key">The caller's, by which the same request is known again; null: by the name, and without one it is another each time.</param>
    public async Task<SnapshotTaken> RunAsync(string segment, string? key, string? name, CancellationToken cancel)
    {
        if ((await published.ReadAsync(cancel)).Find(segment) is not { } now)
        {
            return new SnapshotTaken.Unknown();
        }

        var id = Snapshot.IdOf(segment, key, name);
        var known = (await rows.FindAsync(segment, id, cancel))?.Snapshot;
        if (known is null && (await rows.AllAsync(segment, cancel)).Count >= SnapshotRows.Most)
        {
            return new SnapshotTaken.Full();
        }

        known ??= await MakeAsync(now, id, name, cancel);
        if (known is null || known.Name != name)
        {
            return known is null ? new SnapshotTaken.Full() : new SnapshotTaken.KeyReused();
        }

        if (known.State == SnapshotState.Clearing)
        {
            return new SnapshotTaken.Going();
        }

        if (known.State == SnapshotState.Taking)
        {
            // Also where an earlier attempt died before it called the first turns.
            await create.ResumeAsync(known.TakenBy, cancel);
        }

        return new SnapshotTaken.Accepted(known);
    }

    /// <summary>The sweep is there before the snapshot: then whatever dies in between, somebody finds either both or a sweep that clears up after itself.</summary>
    private async Task<Snapshot?> MakeAsync(PublishedSegment segment, string id, string? name, CancellationToken cancel)
    {
        // Also those whose instant came while the others were looked at.
        while (await due.UpToNowAsync(cancel) > 0)
        {
        }

        var now = clock.GetUtcNow();
        var sweep = new Sweep { Id = Sweep.NewId(), Kind = SweepKind.Snapshot, Segment = segment.Key, Snapshot = id, CreatedAt = now, NotBefore = now + Settling };
        await sweeps.AnnounceAsync(sweep.Id, segment.Key, now, cancel);
        await sweeps.InsertAsync(sweep, cancel);
        await buckets.OpenAsync(sweep.Id, cancel);
        var made = await rows.InsertAsync(new() { Id = id, Segment = segment.Key, Version = segment.Version, Name = name, TakenAt = now, TakenBy = sweep.Id }, cancel);
        if (made?.TakenBy != sweep.Id)
        {
            await create.ResumeAsync(sweep.Id, cancel);
        }

        return made;
    }
}
