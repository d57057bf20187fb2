using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>
/// Writes down some members of a bucket who were in at the snapshot's instant, as their spells say: so it does not matter how long that takes, and who comes or goes meanwhile. What is
/// written is committed with how far it is, so that nobody is left out or counted twice however often somebody dies.
/// </summary>
public sealed class FreezeBucket(SnapshotRows snapshots, SnapshotBuckets buckets, AudienceRows audiences, ClearBucket clear)
{
    /// <summary>With the one after them they are one page of rows.</summary>
    private const int Page = 10 * SnapshotBuckets.Batch;

    /// <returns>Null: all are written.</returns>
    public async Task<(string? Next, SweepCounts Counts)> RunAsync(Sweep sweep, byte bucket, CancellationToken cancel)
    {
        if ((await snapshots.FindAsync(sweep.Segment, sweep.Snapshot!, cancel))?.Snapshot is not { } snapshot || snapshot.TakenBy != sweep.Id)
        {
            // Whoever made the sweep died before there was a snapshot, or somebody else made it.
            return await clear.RunAsync(sweep.Id, bucket, cancel);
        }

        if (snapshot.State != SnapshotState.Taking || await buckets.PlaceAsync(sweep.Id, bucket, cancel) is not var (place, etag) || place.Done)
        {
            return (null, default);
        }

        var page = await audiences.OfBucketAsync(snapshot.Segment, bucket, place.From, cancel).Take(Page + 1).ToListAsync(cancel);
        for (var at = 0; at < Page && (at < page.Count || at == 0); at += SnapshotBuckets.Batch)
        {
            var some = page.Skip(at).Take(SnapshotBuckets.Batch).Where(member => member.WasIn(snapshot.TakenAt)).Select(member => member.UserKey).ToList();
            var next = page.ElementAtOrDefault(at + SnapshotBuckets.Batch)?.UserKey;
            place = new(next, place.Count + some.Count, Done: next is null);
            if (await buckets.WriteAsync(sweep.Id, bucket, some, place, etag, cancel) is not { } after)
            {
                // Somebody else is at the same bucket; it goes on from where that one is.
                return (SweepPart.More, default);
            }

            etag = after;
        }

        return (place.Done ? null : SweepPart.More, new(Math.Min(page.Count, Page), 0, 0, 0, 0));
    }
}
