using System.Text.Json.Serialization;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>A run as lists and figures see it.</summary>
public sealed record RunSummary
{
    public required string Run { get; init; }

    public required string UserKey { get; init; }

    public required int Version { get; init; }

    public required RunState State { get; init; }

    /// <summary>Null once it has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ReachedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>What the step's turn waits for: quiet hours, pace.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Because { get; init; }

    public string Cause { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HoldOut { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunEnding? Ending { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }

    public IReadOnlyList<StepTally> Tally { get; init; } = [];

    public static RunSummary Of(JourneyRun run, string userKey) => new()
    {
        Run = run.Id,
        UserKey = userKey,
        Version = run.Version,
        State = run.State,
        Step = run.Step,
        StartedAt = run.StartedAt,
        ReachedAt = run.ReachedAt,
        WaitsUntil = run.Wait?.Until,
        Because = (run.Wait as RunWait.Turn)?.Because,
        Cause = run.Cause,
        HoldOut = run.HoldOut,
        Ending = run.Ending,
        EndedAt = run.EndedAt,
        Tally = run.Tally,
    };
}
