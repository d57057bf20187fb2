using UserOps.Application.Scoring;

namespace UserOps.LocalHost.Workers;

/// <summary>Scores at night, and as soon as a run is asked for.</summary>
public sealed class ScoringLoop(ScoringWorker worker, ScoringWakeup wakeup, TimeProvider clock, ILogger<ScoringLoop> logger) : WorkerLoop(clock, logger)
{
    protected override Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel) => worker.RunOnceAsync(cancel);

    protected override Task WaitAsync(DateTimeOffset due, CancellationToken cancel) => wakeup.WaitAsync(due, cancel);
}
