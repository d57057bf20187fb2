using UserOps.Application.Journeys.Running;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Leaves it at the row: whoever moves the clock looks at all of them.</summary>
internal sealed class ScratchDriver(RunAlarms alarms) : IRunDriver
{
    public Task WakeAsync(string userKey, string runId, CancellationToken cancel) => alarms.WakeAsync(userKey, runId, cancel);
}
