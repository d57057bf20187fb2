using System.Text;
using UserOps.Application.Queues;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// One turn of a lane: some of its users, then a message for the next turn. What a turn came to is committed with the place in the bucket; a message that comes twice, late or
/// after a crash finds that its turn is over, or does for the same users what was done for them.
/// </summary>
public sealed class RunSweep(
    SweepRows rows, SweepBucket bucket, WantedSweep wanted, PublishedSegments published, ReviewAlone review, PreviewUser preview, DueReviews due, IMessageQueue queue, TimeProvider clock)
{
    private const int Part = 500;
    private const int Together = 16;

    /// <summary>Of those that are only looked for, there may be many rows without anybody who is meant.</summary>
    private static int PageOf(Sweep sweep) => sweep.ScoredDay is null ? Part : TableLimits.PageRows;

    public async Task RunAsync(string id, int number, int turn, CancellationToken cancel)
    {
        if (await rows.FindAsync(id, cancel) is not { } sweep || await rows.LaneAsync(id, number, cancel) is not var (lane, etag) || lane.IsDone)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (turn != lane.Turn || now < sweep.NotBefore)
        {
            // Too early; or whoever took the turn may have died before it said that there is a next one.
            await (turn == lane.Turn || turn == lane.Turn - 1 ? queue.EnqueueAsync([SweepMessage.Of(sweep, lane, now)], cancel) : Task.CompletedTask);
            return;
        }

        if (sweep.Kind == SweepKind.BackFill && await wanted.RunAsync(sweep.Segment, cancel) != id)
        {
            // A later change asked for another, which looks at everybody again.
            await rows.CloseAsync(id, cancel);
            return;
        }

        var after = await GoOnAsync(sweep, lane, cancel) with { Turn = lane.Turn + 1, UpdatedAt = clock.GetUtcNow() };
        if (await rows.ReplaceAsync(id, after, etag, cancel))
        {
            await (after.IsDone ? FinishAsync(sweep, cancel) : queue.EnqueueAsync([SweepMessage.Of(sweep, after, now)], cancel));
        }
    }

    /// <summary>Through so many users, or to the lane's end.</summary>
    private async Task<SweepLane> GoOnAsync(Sweep sweep, SweepLane lane, CancellationToken cancel)
    {
        for (var left = Part; left > 0 && !lane.IsDone;)
        {
            var (users, next) = await bucket.ReadAsync(lane.Bucket, sweep.ScoredDay, lane.From, PageOf(sweep), cancel);
            var counts = await CountAsync(sweep, users, cancel);
            lane = lane with { Buckets = next is null ? lane.Buckets + 1 : lane.Buckets, From = next, Counts = lane.Counts + counts };
            left -= users.Count;
        }

        return lane;
    }

    private async Task<SweepCounts> CountAsync(Sweep sweep, IReadOnlyList<string> users, CancellationToken cancel)
    {
        var set = sweep.Kind == SweepKind.Preview && users.Count > 0 ? await SetAsync(sweep, cancel) : null;
        var counts = default(SweepCounts);
        foreach (var some in users.Chunk(Together))
        {
            var each = await Task.WhenAll(some.Select(user => TryAsync(sweep, set, user, cancel)));
            counts = each.Aggregate(counts, (sum, one) => sum + one);
        }

        return counts;
    }

    /// <summary>The segment that is tried, among those that are published now.</summary>
    private async Task<SegmentSet> SetAsync(Sweep sweep, CancellationToken cancel) =>
        SegmentReader.Read(Encoding.UTF8.GetBytes(sweep.Document!)) is SegmentReading.Of { Segment: var segment }
            ? (await published.RunAsync(cancel)).With(new(segment.Key, 0, segment.Kind, segment)).Below(segment.Key)
            : throw new InvalidDataException($"Sweep {sweep.Id} tries a segment that this release can't read.");

    private async Task<SweepCounts> TryAsync(Sweep sweep, SegmentSet? set, string user, CancellationToken cancel)
    {
        try
        {
            if (set is not null)
            {
                return await preview.RunAsync(user, sweep.Segment, set, sweep.CreatedAt, cancel);
            }

            await review.RunAsync(user, cancel);
            return new(1, 0, 0, 0, 0);
        }
#pragma warning disable CA1031 // Whatever it is, it must not hold up everybody else.
        catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Looked at later, as often as needed.
            await (set is null ? due.SetAsync(user, clock.GetUtcNow(), cancel) : Task.CompletedTask);
            return SweepCounts.OneFailed;
        }
    }

    private async Task FinishAsync(Sweep sweep, CancellationToken cancel)
    {
        if (sweep.Kind != SweepKind.Preview && (await rows.LanesAsync(sweep.Id, cancel)).All(lane => lane.IsDone))
        {
            await rows.CloseAsync(sweep.Id, cancel);
        }
    }
}
