using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Reviews;

/// <summary>
/// Writes to a person's runs or messages and, where a published condition asks about such, has the segments looked at a moment later. The row of the due index stands before the write, so that
/// whoever dies in between leaves it behind; after a write that took long it is set once more, since it may have been carried out too early.
/// </summary>
public sealed class ReviewSoon(PublishedSegments published, DueReviews due, TimeProvider clock)
{
    /// <summary>Rows stand at multiples of it, so that what one step writes leads to one review.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    /// <param name="journey">Whose run begins or ends.</param>
    public Task<T> WithRunAsync<T>(string userKey, string journey, Func<Task<T>> write, CancellationToken cancel) =>
        RunAsync(userKey, asked => asked.Journeys.Contains(journey), write, cancel);

    public Task<T> WithMessageAsync<T>(string userKey, Func<Task<T>> write, CancellationToken cancel) => RunAsync(userKey, asked => asked.Messages, write, cancel);

    private async Task<T> RunAsync<T>(string userKey, Func<Mentions, bool> isAsked, Func<Task<T>> write, CancellationToken cancel)
    {
        if ((await published.RunAsync(cancel)).Asked is not { } asked || !isAsked(asked))
        {
            return await write();
        }

        var began = clock.GetUtcNow();
        await due.SetAsync(userKey, After(began), cancel);
        var result = await write();
        if (clock.GetUtcNow() is var ended && ended - began > Delay / 2)
        {
            await due.SetAsync(userKey, After(ended), cancel);
        }

        return result;
    }

    /// <summary>At least the delay and less than two.</summary>
    private static DateTimeOffset After(DateTimeOffset instant) => new(((instant.UtcTicks / Delay.Ticks) + 2) * Delay.Ticks, TimeSpan.Zero);
}
