namespace UserOps.Tests.Simulation;

/// <summary>
/// Where a process's continuations go: to the scheduler, under the process's name. Once the process has died they are dropped for good, as if the machine had been
/// switched off between two steps: no <c>finally</c> runs.
/// </summary>
internal sealed class ProcessContext(Scheduler scheduler, string name) : SynchronizationContext
{
    public static ProcessContext Here =>
        Current as ProcessContext ?? throw new SimulationException(
            "Code of the application ran outside the simulator (Task.Run, ConfigureAwait(false), a cancellable wait on a semaphore, or a timer of the system's clock).");

    public string Name { get; } = name;

    public bool Alive { get; set; } = true;

    /// <summary>Timers set on the simulator's clock.</summary>
    public int Timers { get; set; }

    /// <summary>What was begun and has not ended.</summary>
    public List<string> Busy { get; } = [];

    public override void Post(SendOrPostCallback d, object? state) => scheduler.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing in the simulator waits for another step.");

    public override SynchronizationContext CreateCopy() => this;
}
