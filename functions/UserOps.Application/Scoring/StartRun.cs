using UserOps.Application.Settings;

namespace UserOps.Application.Scoring;

/// <summary>First step of an attempt, also of one that was interrupted: notes the rules, and whether the day is still the one that is shown.</summary>
public sealed class StartRun(RunRows runs, UserOpsSettings settings, TimeProvider time)
{
    /// <param name="heldBy">Who goes on with it: <see cref="ScoringRun.HeldBy"/>.</param>
    public async Task<ScoringRun> RunAsync(DateOnly asOf, CancellationToken cancel, string? heldBy = null)
    {
        var latest = await runs.LatestAsync(cancel);
        var now = time.GetUtcNow();
        var run = await runs.UpdateAsync(asOf, before => Start(before ?? Requested(asOf, now), latest, now) with { HeldBy = heldBy }, cancel, wanted: true);
        return run!;
    }

    internal static ScoringRun Requested(DateOnly asOf, DateTimeOffset now) => new() { AsOf = asOf, Status = RunStatus.Requested, RequestedAt = now };

    private ScoringRun Start(ScoringRun run, DateOnly? latest, DateTimeOffset now)
    {
        var live = latest is null || run.AsOf >= latest;
        var sameDay = live && latest == run.AsOf;
        return run with
        {
            Status = RunStatus.Running,
            Reason = null,
            Phase = RunPhase.Summaries,
            BucketsDone = 0,
            UsersSeen = 0,
            StartedAt = now,
            FinishedAt = null,
            Rules = settings.Scoring.Rules,
            Live = live,
            Compares = run.Status == RunStatus.Running
                ? run.Compares && live == run.Live
                : run.Tally is not null && (live ? sameDay : !run.Live),
            Before = sameDay ? run.Before : live ? latest : null,
        };
    }
}
