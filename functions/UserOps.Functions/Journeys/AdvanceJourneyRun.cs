using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.Functions.Journeys;

/// <summary>Activity: does for a run what is due. What it does is this release's, whatever release the orchestration began in.</summary>
public sealed class AdvanceJourneyRun(DriveRun drive)
{
    [Function(nameof(AdvanceJourneyRun))]
    public async Task<JourneyRunV1Step> RunAsync([ActivityTrigger] JourneyRunV1Input run, CancellationToken cancel) =>
        await drive.RunAsync(run.UserKey, run.RunId, cancel) switch
        {
            RunProgress.Again => new(JourneyRunV1State.GoesOn),
            RunProgress.SleepUntil { Instant: var instant } => new(JourneyRunV1State.Waits, instant.UtcDateTime),
            RunProgress.Resting => new(JourneyRunV1State.Waits),
            _ => new(JourneyRunV1State.Over),
        };
}
