using UserOps.Application.Journeys.Running;
using UserOps.LocalHost.Workers;

namespace UserOps.LocalHost.Journeys;

/// <summary>Drives runs when they are due, and as soon as one is to be woken.</summary>
internal sealed class AlarmLoop(AlarmWorker worker, AlarmBell bell, TimeProvider clock, ILogger<AlarmLoop> logger) : WorkerLoop(clock, logger)
{
    protected override async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel) => await worker.RunOnceAsync(cancel) ?? DateTimeOffset.MaxValue;

    protected override Task WaitAsync(DateTimeOffset due, CancellationToken cancel) => bell.WaitAsync(due, cancel);
}
