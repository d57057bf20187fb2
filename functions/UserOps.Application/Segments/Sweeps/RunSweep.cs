using UserOps.Application.Queues;
using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// One turn of a lane: some of its users, then a message for the next turn. What a turn came to is committed with the place in the bucket; a message that comes twice, late or
/// after a crash finds that its turn is over, or does for the same users what was done for them.
/// </summary>
public sealed class RunSweep(SweepRows rows, SweepBucket bucket, WantedSweep wanted, BeginSweepWork begin, IMessageQueue queue, TimeProvider clock)
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

        var work = await begin.RunAsync(sweep, number, cancel);
        var after = await GoOnAsync(sweep, lane, work, cancel) with { Turn = lane.Turn + 1, UpdatedAt = clock.GetUtcNow() };
        if (await rows.ReplaceAsync(id, after, etag, work.Kept, cancel))
        {
            await (after.IsDone ? FinishAsync(sweep, cancel) : queue.EnqueueAsync([SweepMessage.Of(sweep, after, now)], cancel));
        }
    }

    /// <summary>Through so many users, or to the lane's end.</summary>
    private async Task<SweepLane> GoOnAsync(Sweep sweep, SweepLane lane, ISweepWork work, CancellationToken cancel)
    {
        for (var left = Part; left > 0 && !lane.IsDone;)
        {
            var (users, next) = await bucket.ReadAsync(lane.Bucket, sweep.ScoredDay, lane.From, PageOf(sweep), cancel);
            var counts = lane.Counts;
            foreach (var some in users.Chunk(Together))
            {
                counts += await work.RunAsync(some, cancel);
            }

            lane = lane with { Buckets = next is null ? lane.Buckets + 1 : lane.Buckets, From = next, Counts = counts };
            left -= users.Count;
        }

        return lane;
    }

    private async Task FinishAsync(Sweep sweep, CancellationToken cancel)
    {
        if (!sweep.IsAnswer && (await rows.LanesAsync(sweep.Id, cancel)).All(lane => lane.IsDone))
        {
            await rows.CloseAsync(sweep.Id, cancel);
        }
    }
}
