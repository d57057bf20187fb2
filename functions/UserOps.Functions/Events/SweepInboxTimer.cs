using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Events;

namespace UserOps.Functions.Events;

public sealed class SweepInboxTimer(SweepInbox sweep)
{
    [Function(nameof(SweepInbox))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel) => sweep.RunOnceAsync(cancel);
}
