namespace UserOps.Application.Segments.Reviews;

/// <summary>Has somebody's segments looked at when a run or a message of theirs has changed, where a published condition asks about such: no event tells of it.</summary>
public sealed class ReviewSoon(PublishedSegments published, DueReviews due, TimeProvider clock)
{
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    /// <summary>Of a run that has changed, or has sent something. Whoever calls it has to call it again after a crash.</summary>
    public async Task AfterRunAsync(string userKey, string journey, CancellationToken cancel)
    {
        if ((await published.RunAsync(cancel)).Asked is { } asked && (asked.Messages || asked.Journeys.Contains(journey) || asked.StepsOf.Contains(journey)))
        {
            await due.SetAsync(userKey, clock.GetUtcNow(), cancel);
        }
    }

    /// <summary>
    /// Writes to a message of somebody's. A row of the due index stands before the write, so that whoever dies in between leaves it behind, and another after it, since the first may have been
    /// carried out too early: by a process whose clock is ahead, or because the write took long.
    /// </summary>
    public async Task<T> WithMessageAsync<T>(string userKey, Func<Task<T>> write, CancellationToken cancel)
    {
        if ((await published.RunAsync(cancel)).Asked is not { Messages: true })
        {
            return await write();
        }

        await due.SetAsync(userKey, clock.GetUtcNow() + Delay, cancel);
        var result = await write();
        await due.SetAsync(userKey, clock.GetUtcNow(), cancel);
        return result;
    }
}
