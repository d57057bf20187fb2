using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

/// <summary>One run as it is answered.</summary>
/// <param name="WaitsFor"><c>time</c>, <c>event</c>, <c>turn</c>; null: for nothing.</param>
/// <param name="Because">Of an event its name; of a turn why it has not come: <c>quiet-hours</c>, <c>capped</c>, <c>pace</c>, <c>provider</c>.</param>
/// <param name="Variables">Names of what it was started with.</param>
/// <param name="Path">The last fifty steps it left, the latest last.</param>
public sealed record JourneyRunView(
    string Run,
    string Journey,
    int Version,
    string UserKey,
    RunState State,
    string? Step,
    int Occurrence,
    DateTimeOffset StartedAt,
    DateTimeOffset ReachedAt,
    string? WaitsFor,
    DateTimeOffset? WaitsUntil,
    string? Because,
    string Cause,
    bool HoldOut,
    IReadOnlyList<string> Variables,
    IReadOnlyList<PathEntry> Path,
    RunEnding? Ending,
    DateTimeOffset? EndedAt)
{
    public static JourneyRunView Of(JourneyRun run, string userKey) => new(
        run.Id,
        run.Journey,
        run.Version,
        userKey,
        run.State,
        run.Step,
        run.Occurrence,
        run.StartedAt,
        run.ReachedAt,
        run.Wait switch { RunWait.Time => "time", RunWait.Event => "event", RunWait.Turn => "turn", _ => null },
        run.Wait?.Until,
        run.Wait switch { RunWait.Event heard => heard.Name, RunWait.Turn turn => turn.Because, _ => null },
        run.Cause,
        run.HoldOut,
        [.. Running.RunSight.VariablesOf(run).Keys.Order(StringComparer.Ordinal)],
        run.Path,
        run.Ending,
        run.EndedAt);
}
