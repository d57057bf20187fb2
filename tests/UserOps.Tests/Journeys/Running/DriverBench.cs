using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

/// <summary>A driver with scripted runs, over rows in memory and a clock that it moves.</summary>
internal abstract class DriverBench
{
    protected DriverBench()
    {
        Alarms = new(Store, Clock);
        Runs = new(Store, Alarms, Clock);
    }

    public ManualClock Clock { get; } = new();

    public MemoryTableStore Store { get; } = new();

    public RunAlarms Alarms { get; }

    public ScriptedRuns Runs { get; }

    public abstract IRunDriver Driver { get; }

    /// <summary>What the driver itself has left over, once no run is left.</summary>
    public virtual IEnumerable<string> StillAtWork => [];

    /// <summary>Everything due up to and including an instant, where the clock then stands.</summary>
    public abstract Task RunUntilAsync(DateTimeOffset instant);
}
