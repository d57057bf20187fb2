using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

/// <summary>A run as the profile knows it: what re-entry is decided by, and which events wake it up.</summary>
public sealed record Participation
{
    public required string Run { get; init; }

    public required string Journey { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: people are still inside.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Names of events that its version waits for or asks about; each that is applied wakes it up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Listens { get; init; }

    /// <summary>Its goal or exit asks about more than events, so that every event wakes it up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ListensToAll { get; init; }

    /// <summary>Events of the names it listens to that were applied and that the run has not looked at yet, in the order of application.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeardNote>? Heard { get; init; }

    [JsonIgnore]
    public bool IsActive => EndedAt is null;
}
