using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>
/// Of two days that would both write the users' own scores one waits for the other: scored side by side, the earlier could overwrite the later. Started first and looked
/// for others after, so that of two that start at the same time at least one sees the other.
/// </summary>
public sealed class YieldRun(RunRows runs, QueuedScoringTrigger hints)
{
    /// <returns>True: another day is at work; this one is wanted as before, and is looked for later.</returns>
    public async Task<bool> RunAsync(ScoringRun started, CancellationToken cancel)
    {
        if (!started.Live || !await AnotherIsLiveAsync(started.AsOf, cancel))
        {
            return false;
        }

        await runs.UpdateAsync(
            started.AsOf,
            run => run is { Status: RunStatus.Running } && run.HeldBy == started.HeldBy
                ? run with { Status = RunStatus.Requested, HeldBy = null, Phase = RunPhase.Waiting, StartedAt = null }
                : null,
            cancel);
        await hints.LookLaterAsync(started.AsOf, cancel);
        return true;
    }

    private async Task<bool> AnotherIsLiveAsync(DateOnly asOf, CancellationToken cancel)
    {
        foreach (var (day, _) in await runs.WantedAsync(cancel))
        {
            if (day != asOf && await runs.FindAsync(day, cancel) is { Status: RunStatus.Running, Live: true })
            {
                return true;
            }
        }

        return false;
    }
}
