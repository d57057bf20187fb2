using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

/// <summary>A run as the profile knows it: what re-entry is decided by, and which events wake it up.</summary>
public sealed record Participation
{
    public required string Run { get; init; }

    public required string Journey { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: the person is still inside.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Goes or went through without a message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HeldOut { get; init; }

    /// <summary>Null once it has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Listening? Listens { get; init; }

    /// <summary>Events that its steps wait for, which were applied and which the run has not looked at yet, in the order of application.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeardNote>? Heard { get; init; }

    /// <summary>There was no room to note all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Missed { get; init; }

    [JsonIgnore]
    public bool IsActive => EndedAt is null;
}
