using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

/// <summary>One person's way through one version of a journey. Its row is the truth: whatever wakes it up reads the row and goes on from there.</summary>
public sealed record JourneyRun
{
    /// <summary>The same for every attempt to start it: made of the journey and of what starts it.</summary>
    public required string Id { get; init; }

    public required string Journey { get; init; }

    public required int Version { get; init; }

    public required string UserKey { get; init; }

    public RunState State { get; init; } = RunState.Active;

    /// <summary>Raised by every commit.</summary>
    public long Rev { get; init; }

    /// <summary>Where the person is; null once it has ended.</summary>
    public required string? Step { get; init; }

    /// <summary>How many steps were reached, this one included: with the step it names one occurrence of it, also where a loop comes by again.</summary>
    public int Occurrence { get; init; } = 1;

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the step was reached.</summary>
    public required DateTimeOffset ReachedAt { get; init; }

    /// <summary>The profile's count of applied events when the step was reached: what was applied after it counts for a wait.</summary>
    public long ReachedSeq { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunWait? Wait { get; init; }

    /// <summary>How often its step was tried in vain.</summary>
    [JsonIgnore]
    public int Attempts => (Wait as RunWait.Turn)?.Attempts ?? 0;

    /// <summary>Row of the event that started it or was last waited for, whose properties conditions and templates may ask for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventRow { get; init; }

    /// <summary>Goes through without a message, to be compared with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HoldOut { get; init; }

    /// <summary>What it was started with, for conditions and templates: a JSON object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Variables { get; init; }

    /// <summary>What started it: <c>event</c>, <c>hand</c>, <c>journey</c> or <c>job:</c> and which.</summary>
    public string Cause { get; init; } = "hand";

    /// <summary>How many runs stand behind it that started each other without time passing between; 0: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Depth { get; init; }

    /// <summary>Instant of the alarm that wakes it up; null: there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Alarm { get; init; }

    /// <summary>Row of an event that it waits for and that came while it was paused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Met { get; init; }

    /// <summary>Job that last took it to another version, a colon and what came of it; so that a job that comes by again counts the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Migrated { get; init; }

    /// <summary>The last steps it left, the latest last.</summary>
    public IReadOnlyList<PathEntry> Path { get; init; } = [];

    /// <summary>All steps it left, by step and outcome.</summary>
    public IReadOnlyList<StepTally> Tally { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunEnding? Ending { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }
}
