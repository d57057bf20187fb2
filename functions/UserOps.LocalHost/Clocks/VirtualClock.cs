namespace UserOps.LocalHost.Clocks;

/// <summary>
/// The host's clock, ahead of the system's by a lead that only grows: time that was lived through never comes again, so it is stored with the data and holds for
/// every later command.
/// </summary>
public sealed class VirtualClock(TimeProvider system) : TimeProvider
{
    private long _lead;

    public TimeSpan Lead => TimeSpan.FromTicks(Volatile.Read(ref _lead));

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow() + Lead;

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Puts it forward; an instant that is past changes nothing.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Raise(instant - system.GetUtcNow());

    internal void Raise(TimeSpan lead)
    {
        long known;
        while (lead.Ticks > (known = Volatile.Read(ref _lead)) && Interlocked.CompareExchange(ref _lead, lead.Ticks, known) != known)
        {
        }
    }
}
