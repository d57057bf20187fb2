using Microsoft.Extensions.Logging;
using UserOps.Application.Operations;
using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Reviews;

/// <summary>Looks at the segments of those whose instant has come.</summary>
public sealed partial class ReviewDueUsers(DueReviews due, ReviewAlone review, TimeProvider clock, ILogger<ReviewDueUsers> logger)
{
    /// <summary>Of each shard in a round.</summary>
    private const int Most = 50;

    /// <summary>60 minutes would be reached with the sixth.</summary>
    private const int MostDoublings = 6;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>Users that are reviewed side by side.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>One round: a bounded number of those that are due.</summary>
    /// <returns>When the next is due, which may be past; null: nobody is in sight.</returns>
    public async Task<DateTimeOffset?> RunOnceAsync(CancellationToken cancel)
    {
        await RoundAsync(clock.GetUtcNow(), cancel);
        return await due.NextAsync(cancel);
    }

    /// <summary>All that are due by now: whoever uses a segment calls it, so that it is right at that moment. Those that fail are put off.</summary>
    /// <param name="until">Stops at this instant, with some left; null: when nobody is.</param>
    /// <returns>How many were looked at.</returns>
    public async Task<int> UpToNowAsync(CancellationToken cancel, DateTimeOffset? until = null)
    {
        var (now, total) = (clock.GetUtcNow(), 0);
        while (await RoundAsync(now, cancel) is > 0 and var some)
        {
            total += some;
            if (clock.GetUtcNow() >= until)
            {
                break;
            }
        }

        return total;
    }

    private async Task<int> RoundAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var found = await Task.WhenAll(Enumerable.Range(0, TimedKeys.Shards).Select(shard => due.DueAsync(shard, now, Most, cancel)));
        DueReview[] all = [.. found.SelectMany(some => some).OrderBy(one => one.At)];
        foreach (var some in all.GroupBy(one => one.UserKey).Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(user => ReviewAsync([.. user], cancel)));
        }

        return all.Length;
    }

    /// <param name="rows">All of one user.</param>
    private async Task ReviewAsync(IReadOnlyList<DueReview> rows, CancellationToken cancel)
    {
        try
        {
            await review.RunAsync(rows[0].UserKey, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            var attempts = rows.Max(row => row.Attempts) + 1;
            LogFailed(rows[0].UserKey, attempts, FailureReason.Of(fault));
            var delay = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, MostDoublings)));
            await due.SetAsync(rows[0].UserKey, clock.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay), cancel, attempts);
        }

        foreach (var row in rows)
        {
            await due.RemoveAsync(row, cancel);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The segments of user {User} could not be looked at {Attempts} times and are again later: {Reason}")]
    private partial void LogFailed(string user, int attempts, string reason);
}
