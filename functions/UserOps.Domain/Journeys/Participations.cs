namespace UserOps.Domain.Journeys;

/// <summary>The journeys of one person, as their profile keeps them.</summary>
public static class Participations
{
    /// <summary>Journeys that somebody can be in at once.</summary>
    public const int MaxActive = 20;

    /// <summary>Ended ones that are remembered, the latest of each journey.</summary>
    public const int MaxEnded = 100;

    /// <summary>Notes that a run can leave unread; what comes beyond is looked for among the person's events.</summary>
    public const int MaxHeard = 32;

    public static IReadOnlyList<Participation> With(IReadOnlyList<Participation>? known, Participation begun) => [.. known ?? [], begun];

    public static IReadOnlyList<Participation> Ended(IReadOnlyList<Participation>? known, string run, DateTimeOffset at)
    {
        var all = (known ?? []).Select(one => one.Run == run && one.IsActive ? one with { EndedAt = at, Listens = null, Heard = null, Missed = false } : one).ToList();
        var ended = all.Where(one => !one.IsActive).GroupBy(one => one.Journey, StringComparer.Ordinal)
            .Select(one => one.MaxBy(last => (last.EndedAt, last.Run))!)
            .OrderByDescending(one => one.EndedAt).Take(MaxEnded).ToHashSet();
        return [.. all.Where(one => one.IsActive || ended.Contains(one))];
    }

    /// <summary>The run has looked at what was heard so far.</summary>
    public static IReadOnlyList<Participation>? Read(IReadOnlyList<Participation>? known, string run) =>
        known is null ? null : [.. known.Select(one => one.Run == run ? one with { Heard = null, Missed = false } : one)];

    /// <summary>Notes events for the runs that they concern.</summary>
    /// <param name="applied">In the order of application.</param>
    /// <returns>The participations, and the runs to wake up.</returns>
    public static (IReadOnlyList<Participation>? Journeys, IReadOnlyList<string> Wakes) Hear(IReadOnlyList<Participation>? known, IReadOnlyList<HeardNote> applied)
    {
        if (known is null || !known.Any(one => one.Listens is { } listens && applied.Any(said => listens.Wakes(said.Name))))
        {
            return (known, []);
        }

        return (
            [.. known.Select(one => one.Listens is { Awaits.Count: > 0 } listens ? Noted(one, [.. applied.Where(said => listens.Awaits.Contains(said.Name, StringComparer.Ordinal))]) : one)],
            [.. known.Where(one => one.Listens is { } listens && applied.Any(said => listens.Wakes(said.Name))).Select(one => one.Run)]);
    }

    // The first are kept: of several that fit, a step goes on with the first.
    private static Participation Noted(Participation one, IReadOnlyList<HeardNote> heard)
    {
        if (heard.Count == 0)
        {
            return one;
        }

        HeardNote[] all = [.. one.Heard ?? [], .. heard];
        return one with { Heard = [.. all.Take(MaxHeard)], Missed = one.Missed || all.Length > MaxHeard };
    }
}
