using UserOps.Application.Queues;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// One turn of a lane: some of its users, then a message for the next turn. What a turn came to is committed with the place in the bucket; a message that comes twice, late or
/// after a crash finds that its turn is over, or does for the same users what was done for them.
/// </summary>
public sealed class RunSweep(SweepRows rows, SweepPart part, FinishSweep finish, WantedSweep wanted, BeginSweepWork begin, IMessageQueue queue, TimeProvider clock)
{
    private const int Part = SweepPart.Most;

    public async Task RunAsync(string id, int number, int turn, CancellationToken cancel)
    {
        if (await rows.FindAsync(id, cancel) is not { } sweep || await rows.LaneAsync(id, number, cancel) is not var (lane, etag))
        {
            return;
        }

        if (lane.IsDone)
        {
            // Whoever ended the lane may have died before the sweep was.
            await finish.RunAsync(sweep, cancel);
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
            await (after.IsDone ? finish.RunAsync(sweep, cancel) : queue.EnqueueAsync([SweepMessage.Of(sweep, after, now)], cancel));
        }
    }

    /// <summary>Through so many users, or to the lane's end.</summary>
    private async Task<SweepLane> GoOnAsync(Sweep sweep, SweepLane lane, ISweepWork work, CancellationToken cancel)
    {
        for (var left = Part; left > 0 && !lane.IsDone;)
        {
            var (next, read, counts) = await part.RunAsync(sweep, work, lane.Bucket, lane.From, cancel);
            lane = lane with { Buckets = next is null ? lane.Buckets + 1 : lane.Buckets, From = next, Counts = lane.Counts + counts };
            left -= read;
        }

        return lane;
    }
}
