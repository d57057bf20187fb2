using NodaTime;

namespace UserOps.Domain.Messages;

/// <summary>
/// Times of day at which nobody wants to hear from us, by the clock on the person's wall: from <see cref="From"/> on, up to and without <see cref="To"/>, over midnight
/// where From is the later one. The clock is taken as it goes: an hour that autumn shows twice is quiet twice, and what spring leaves out is not waited for.
/// </summary>
public sealed record QuietHours
{
    /// <exception cref="ArgumentException">Both times are the same.</exception>
    public QuietHours(LocalTime from, LocalTime to)
    {
        if (from == to)
        {
            throw new ArgumentException("Quiet hours end at another time than they begin.", nameof(to));
        }

        (From, To) = (from, to);
    }

    public LocalTime From { get; }

    public LocalTime To { get; }

    public bool Holds(DateTimeOffset instant, DateTimeZone zone) => Holds(Instant.FromDateTimeOffset(instant).InZone(zone).TimeOfDay);

    /// <returns>The first instant at or after <paramref name="from"/> that is not quiet.</returns>
    public DateTimeOffset NextOpen(DateTimeOffset from, DateTimeZone zone) => Walls.First(from, zone, To, local => !Holds(local.TimeOfDay));

    /// <returns>The first instant at or after <paramref name="from"/> that is quiet.</returns>
    public DateTimeOffset NextQuiet(DateTimeOffset from, DateTimeZone zone) => Walls.First(from, zone, From, local => Holds(local.TimeOfDay));

    private bool Holds(LocalTime time) => From < To ? time >= From && time < To : time >= From || time < To;
}
