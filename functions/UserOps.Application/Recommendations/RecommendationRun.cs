using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Application.Recommendations;

/// <summary>One counting of what goes with what: at work, or done.</summary>
public sealed record RecommendationRun
{
    /// <summary>One more with each run.</summary>
    public required long Number { get; init; }

    /// <summary>Names its rows.</summary>
    [JsonIgnore]
    public string Id => Number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The scored day after which it was due; purchases count by their age on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The scoring that it follows: day, attempt and end. Another one calls for the next run.</summary>
    public required string Scoring { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is at work.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Products that were related to each other.</summary>
    public int Products { get; init; }

    /// <summary>Runs of before whose rows still stand: the last one for those who are reading it, and whatever a crash left.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];
}
