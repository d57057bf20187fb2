using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>Something that is done to many people, mostly of a journey, a part at a time. Its row is the truth; queue messages only say that there is a turn.</summary>
public sealed record JourneyJob
{
    /// <summary>26 characters of base32; with an idempotency key the same for every attempt.</summary>
    public required string Id { get; init; }

    public required JobKind Kind { get; init; }

    /// <summary>Empty of a <see cref="JobKind.Tag"/> and a <see cref="JobKind.List"/>.</summary>
    public required string Journey { get; init; }

    public JobState State { get; init; } = JobState.Running;

    /// <summary>Hash of the request, by which a key that is used for another one is found out.</summary>
    public string Request { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Which of the partition's lists of people is meant; null: none was made yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>People on the list.</summary>
    public int Total { get; init; }

    /// <summary>People, in the order of the list, that the job is done with.</summary>
    public int Done { get; init; }

    /// <summary>Raised by every turn; a message is for one of them.</summary>
    public int Turn { get; init; }

    /// <summary>Turns in a row that failed at the same people.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Failures { get; init; }

    /// <summary>The next turn comes no earlier; null: at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>People a minute; null: as fast as it goes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RatePerMinute { get; init; }

    /// <summary>As <c>stage/dormant</c>, or <c>vips</c> or <c>vips/{snapshot}</c> of the workspace's own; null: it is about no segment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Segment { get; init; }

    /// <summary>What runs are started with: a JSON object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Variables { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MigrationPlan? Migration { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TagPlan? Tagging { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListPlan? Listing { get; init; }

    /// <summary>Since when the journey rested that a <see cref="JobKind.Wake"/> ends the pause of; null: it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? PausedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StartForecast? Forecast { get; init; }

    /// <summary>What of the request could not be used. Holds places and no identifiers.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    public int Skipped { get; init; }

    /// <summary>People by what came of it.</summary>
    public IReadOnlyDictionary<string, int> Outcomes { get; init; } = new Dictionary<string, int>();

    [JsonIgnore]
    public bool IsRunning => State == JobState.Running;
}
