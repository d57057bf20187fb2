using UserOps.Application.Settings;

namespace UserOps.Application.Scoring;

/// <summary>Asks for the scoring of a day. One that is wanted or at work is joined, one that is done is done again.</summary>
public sealed class RequestRun(RunRows runs, IScoringTrigger trigger, UserOpsSettings settings, TimeProvider time)
{
    /// <param name="asOf">Null: today in the workspace's zone, so that what has come in until now is seen; the night scores the day again when it is over.</param>
    /// <param name="calibrationEnd">Last day that the hold-out check's fit shall see, before <paramref name="asOf"/>; null: two thirds of the observed time.</param>
    public async Task<RunRequested> RunAsync(DateOnly? asOf, CancellationToken cancel, DateOnly? calibrationEnd = null)
    {
        var now = time.GetUtcNow();
        var today = WorkspaceDay.Of(now, settings.Workspace.Zone);
        var day = asOf ?? today;
        if (day > today)
        {
            return new RunRequested.InFuture(today);
        }

        if (calibrationEnd >= day)
        {
            return new RunRequested.CalibratesTooLate(day);
        }

        while (true)
        {
            var joined = false;
            var run = await runs.UpdateAsync(
                day,
                before =>
                {
                    joined = before is { Status: RunStatus.Requested or RunStatus.Running };
                    return joined ? null : Again(before, day, now) with { CalibrationEnd = calibrationEnd };
                },
                cancel,
                wanted: true);

            // A run that lost its mark would be joined for ever and never be carried out.
            if (!joined || await runs.KeepWantedAsync(day, cancel))
            {
                await trigger.RequestedAsync(day, cancel);
                return new RunRequested.Accepted(run!, joined);
            }
        }
    }

    private static ScoringRun Again(ScoringRun? before, DateOnly day, DateTimeOffset now) => before is null
        ? StartRun.Requested(day, now)
        : before with
        {
            Status = RunStatus.Requested,
            Reason = null,
            Attempt = before.Attempt + 1,
            Phase = RunPhase.Waiting,
            BucketsDone = 0,
            UsersSeen = 0,
            HeldBy = null,
            RequestedAt = now,
            StartedAt = null,
            FinishedAt = null,
        };
}
