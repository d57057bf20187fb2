namespace UserOps.Application.Recommendations;

/// <summary>One counting of what goes with what: at work, or done.</summary>
public sealed record RecommendationRun
{
    /// <summary>Names its rows: the day and a number of its own.</summary>
    public required string Id { get; init; }

    /// <summary>The scored day after which it was due; purchases count by their age on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>When the scoring was finished that it follows; the next one that is calls for the next run.</summary>
    public required DateTimeOffset ScoredAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is at work.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Products that were related to each other.</summary>
    public int Products { get; init; }

    /// <summary>Runs of before whose rows still stand: the last one for those who are reading it, and whatever a crash left.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];
}
