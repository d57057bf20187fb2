using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

/// <summary>Counts what happened at one step.</summary>
internal sealed class StepCount
{
    private readonly Dictionary<string, int> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ended = new(StringComparer.Ordinal);
    private int _waiting;
    private int _entered;

    public void Waits()
    {
        _entered++;
        _waiting++;
    }

    /// <summary>How a run left it, for good or not.</summary>
    public void Left(StepTally tally, RunSummary run)
    {
        _entered += tally.Count;

        // One that was stopped at the step did not leave it by any way out of its own.
        var stopped = run.EndedAtStep == tally.Step && run.Ending is { Kind: not RunEndingKind.Completed } ending && Outcomes.Of(ending.Kind) == tally.Outcome ? 1 : 0;
        if (tally.Count > stopped)
        {
            Raise(_left, tally.Outcome, tally.Count - stopped);
        }
    }

    public void Ended(RunEndingKind kind) => Raise(_ended, NameOf(kind), 1);

    public FunnelStep Of(string id, string? type) => new(id, type, _entered, _waiting, _left, _ended);

    public static void Raise(Dictionary<string, int> counts, string name, int by) => counts[name] = counts.GetValueOrDefault(name) + by;

    public static string NameOf(RunEndingKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
