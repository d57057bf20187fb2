using UserOps.Application.Segments.Audiences;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Who stayed in a segment, came and left between a snapshot and another, or now. All go by in the order of buckets and keys: a page of each in memory.</summary>
public sealed class CompareSnapshots(SnapshotBuckets buckets, AudienceMembers members, AudienceRows audiences, TimeProvider clock)
{
    /// <param name="after">Null: now, once those have been looked at whose instant has come.</param>
    public async Task<SnapshotComparison> CountAsync(Snapshot before, Snapshot? after, CancellationToken cancel)
    {
        var counts = new long[Enum.GetValues<SnapshotChange>().Length];
        await foreach (var (_, change) in AllAsync(before, after, cancel).WithCancellation(cancel))
        {
            counts[(int)change]++;
        }

        return new(counts[(int)SnapshotChange.Stayed], counts[(int)SnapshotChange.Entered], counts[(int)SnapshotChange.Left], counts[(int)SnapshotChange.Merged]);
    }

    public IAsyncEnumerable<string> UsersAsync(Snapshot before, Snapshot? after, SnapshotChange set, CancellationToken cancel) =>
        AllAsync(before, after, cancel).Where(one => one.Change == set).Select(one => one.Key);

    private IAsyncEnumerable<(string Key, SnapshotChange Change)> AllAsync(Snapshot before, Snapshot? after, CancellationToken cancel)
    {
        var then = buckets.UsersAsync(before.TakenBy, cancel);
        var later = after is null ? members.RunAsync(before.Segment, null, cancel).Select(member => member.UserKey) : buckets.UsersAsync(after.TakenBy, cancel);
        var merged = MergedAsync(before.Segment, after?.TakenAt ?? clock.GetUtcNow(), cancel);
        return AudienceSet.Merged(cancel, then, later, merged).Where(one => one.In[0] || one.In[1]).Select(one => (one.Key, ChangeOf(one.In)));
    }

    private static SnapshotChange ChangeOf(IReadOnlyList<bool> isIn) => isIn switch
    {
        [true, true, _] => SnapshotChange.Stayed,
        [false, true, _] => SnapshotChange.Entered,
        [_, _, true] => SnapshotChange.Merged,
        _ => SnapshotChange.Left,
    };

    private IAsyncEnumerable<string> MergedAsync(string segment, DateTimeOffset by, CancellationToken cancel) => Enumerable.Range(0, Buckets.Count).ToAsyncEnumerable()
        .SelectMany(bucket => audiences.OfBucketAsync(segment, (byte)bucket, null, cancel)).Where(member => member.IsMerged && member.Last.Until <= by).Select(member => member.UserKey);
}
