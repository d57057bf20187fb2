using UserOps.Application.Journeys.Jobs;

namespace UserOps.LocalHost.Workers;

public sealed class JobsLoop(SweepJobs sweep, TimeProvider clock, ILogger<JobsLoop> logger) : WorkerLoop(clock, logger)
{
    protected override Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel) => sweep.RunOnceAsync(cancel);
}
