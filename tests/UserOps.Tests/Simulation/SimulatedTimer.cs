namespace UserOps.Tests.Simulation;

/// <summary>One timer, which belongs to the process that made it and dies with it.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, ProcessContext owner, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>Null: not set.</summary>
    public DateTimeOffset? Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Set(dueTime == Timeout.InfiniteTimeSpan || !owner.Alive ? null : clock.GetUtcNow() + dueTime);
        return true;
    }

    public void Dispose() => Set(null);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire(Scheduler scheduler)
    {
        Set(_period > TimeSpan.Zero ? clock.GetUtcNow() + _period : null);
        scheduler.Post(owner, _ => callback(state), null);
    }

    private void Set(DateTimeOffset? due)
    {
        owner.Timers += (due is null ? 0 : 1) - (Due is null ? 0 : 1);
        Due = due;
        if (due is { } at)
        {
            clock.Set(this, at);
        }
    }
}
