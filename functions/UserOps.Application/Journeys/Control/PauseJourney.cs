namespace UserOps.Application.Journeys.Control;

/// <summary>While a journey is paused nobody comes in and nothing is done for anybody inside; time goes on, so that waits may end.</summary>
public sealed class PauseJourney(JourneyRows rows, JourneyDoors doors, TimeProvider clock)
{
    /// <returns>Null when there is no such journey.</returns>
    public Task<JourneyHead?> RunAsync(string key, CancellationToken cancel) => ChangeAsync(key, head => head.PausedAt is null ? head with { PausedAt = clock.GetUtcNow() } : head, cancel);

    /// <summary>Ends this pause, and no later one.</summary>
    /// <param name="since">When it began; null: there was none.</param>
    public Task<JourneyHead?> LiftAsync(string key, DateTimeOffset? since, CancellationToken cancel) =>
        ChangeAsync(key, head => since is not null && head.PausedAt == since ? head with { PausedAt = null } : head, cancel);

    private async Task<JourneyHead?> ChangeAsync(string key, Func<JourneyHead, JourneyHead> change, CancellationToken cancel)
    {
        while (true)
        {
            if (await rows.FindAsync(key, cancel) is not var (head, etag))
            {
                return null;
            }

            var after = change(head);
            if (after == head || await rows.WriteAsync(after, etag, null, null, cancel))
            {
                doors.Forget();
                return after;
            }
        }
    }
}
