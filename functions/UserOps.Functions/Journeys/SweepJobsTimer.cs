using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Journeys.Jobs;

namespace UserOps.Functions.Journeys;

public sealed class SweepJobsTimer(SweepJobs sweep)
{
    [Function(nameof(SweepJobs))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel) => sweep.RunOnceAsync(cancel);
}
