using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

/// <param name="User">What the person is known by; the key, where there is no profile under it any more.</param>
public sealed record ListedRun(
    string Run,
    string User,
    string UserKey,
    int Version,
    RunState State,
    string? Step,
    DateTimeOffset StartedAt,
    DateTimeOffset ReachedAt,
    DateTimeOffset? WaitsUntil,
    string? Because,
    bool HoldOut,
    RunEnding? Ending,
    DateTimeOffset? EndedAt)
{
    public static ListedRun Of(RunSummary run, string? user) => new(
        run.Run, user ?? run.UserKey, run.UserKey, run.Version, run.State, run.Step, run.StartedAt, run.ReachedAt, run.WaitsUntil, run.Because, run.HoldOut, run.Ending, run.EndedAt);
}
