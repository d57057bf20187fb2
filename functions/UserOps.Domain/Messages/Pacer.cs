namespace UserOps.Domain.Messages;

/// <summary>Keeps all messages of one channel together within what its provider takes. A 429 moves this and not the run that met it.</summary>
public static class Pacer
{
    /// <summary>Providers name seconds or minutes; whatever else a header says must not stop a channel for good.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    public static PacerAnswer Take(PacerState state, PacerLimits limits, DateTimeOffset now)
    {
        var next = FirstRoom(state, limits, now);
        return next == now ? new PacerAnswer.Allowed(With(state, 1, now)) : new PacerAnswer.NotBefore(next);
    }

    /// <summary>The provider answered 429: nobody sends before the time it named.</summary>
    public static PacerState Throttled(PacerState state, DateTimeOffset now, TimeSpan retryAfter)
    {
        var until = now + (retryAfter < ShortestPause ? ShortestPause : retryAfter > LongestPause ? LongestPause : retryAfter);
        return state.NotBefore > until ? state : state with { NotBefore = until };
    }

    /// <summary>When messages go out that are all waiting, each as early as it can. Ends only where the limits let nothing through any more.</summary>
    public static IEnumerable<PacedBatch> Ahead(PacerState state, PacerLimits limits, DateTimeOffset now)
    {
        while (FirstRoom(state, limits, now) is { } at)
        {
            var count = Math.Min(state.Minute.Room(limits.PerMinute, at.ToUnixTimeSeconds()), state.Hour.Room(limits.PerHour, at.ToUnixTimeSeconds()));
            yield return new(at, count);
            (state, now) = (With(state, count, at), at);
        }
    }

    /// <returns>When the last of <paramref name="count"/> waiting messages goes out; null: never.</returns>
    public static DateTimeOffset? FinishAt(PacerState state, PacerLimits limits, int count, DateTimeOffset now)
    {
        foreach (var batch in count > 0 ? Ahead(state, limits, now) : [])
        {
            count -= Math.Min(batch.Count, count);
            if (count == 0)
            {
                return batch.At;
            }
        }

        return count > 0 ? null : now;
    }

    /// <summary>The first second with room under both limits, after any pause; <paramref name="now"/> itself where that is one.</summary>
    private static DateTimeOffset? FirstRoom(PacerState state, PacerLimits limits, DateTimeOffset now)
    {
        var from = state.NotBefore > now ? state.NotBefore.Value : now;
        var second = from.ToUnixTimeSeconds();
        for (var at = second; state.Minute.FirstRoom(limits.PerMinute, at) is { } minute && state.Hour.FirstRoom(limits.PerHour, minute) is { } hour; at = hour)
        {
            if (hour == minute)
            {
                return hour == second ? from : DateTimeOffset.FromUnixTimeSeconds(hour);
            }
        }

        return null;
    }

    private static PacerState With(PacerState state, int count, DateTimeOffset at) =>
        new(state.Minute.With(count, at.ToUnixTimeSeconds()), state.Hour.With(count, at.ToUnixTimeSeconds()), state.NotBefore > at ? state.NotBefore : null);
}
