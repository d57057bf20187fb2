using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.Tests.Journeys.Running;

/// <summary>A driver that nobody nudges: the row is all there is.</summary>
public sealed class WakeByRow(RunAlarms alarms) : IRunDriver
{
    public Task WakeAsync(string userKey, string runId, CancellationToken cancel) => alarms.WakeAsync(userKey, runId, cancel);
}
