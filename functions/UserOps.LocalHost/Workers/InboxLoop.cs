using UserOps.Application.Events;

namespace UserOps.LocalHost.Workers;

public sealed class InboxLoop(SweepInbox sweep, TimeProvider clock, ILogger<InboxLoop> logger) : WorkerLoop(clock, logger)
{
    protected override Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel) => sweep.RunOnceAsync(cancel);
}
