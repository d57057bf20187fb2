namespace UserOps.Tests.Simulation;

/// <summary>The simulation's time: it moves only when the scheduler moves it, never back, and a timer made on it fires as a step of the process that made it.</summary>
internal sealed class SimulatedClock(Scheduler scheduler, DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<SimulatedTimer, (DateTimeOffset Due, long Number)> _timers = new();
    private DateTimeOffset _now = start;
    private long _made;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the next timer fires; null when none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            while (_timers.TryPeek(out var timer, out var at))
            {
                if (timer.Due == at.Due)
                {
                    return at.Due;
                }

                _timers.Dequeue();
            }

            return null;
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, ProcessContext.Here, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes to an instant (one that is past changes nothing) and lets the timers that come due become steps.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        _now = instant > _now ? instant : _now;
        while (NextDue <= _now)
        {
            _timers.Dequeue().Fire(scheduler);
        }
    }

    internal void Set(SimulatedTimer timer, DateTimeOffset due) => _timers.Enqueue(timer, (due, ++_made));
}
