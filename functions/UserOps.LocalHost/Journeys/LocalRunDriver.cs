using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.LocalHost.Journeys;

/// <summary>A row, which outlives the process, and a ring for who waits in it.</summary>
internal sealed class LocalRunDriver(RunAlarms alarms, AlarmBell bell) : IRunDriver
{
    public async Task WakeAsync(string userKey, string runId, CancellationToken cancel)
    {
        await alarms.WakeAsync(userKey, runId, cancel);
        bell.Ring();
    }
}
