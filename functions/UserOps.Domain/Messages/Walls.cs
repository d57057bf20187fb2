using NodaTime;

namespace UserOps.Domain.Messages;

/// <summary>Looks for instants by the clock on somebody's wall.</summary>
internal static class Walls
{
    /// <summary>
    /// The first instant at or after <paramref name="from"/> at which <paramref name="holds"/>, for a question whose answer turns true only when the wall clock comes to
    /// <paramref name="turn"/> or is put forward or back. Between two such jumps local time is a straight line, so that nothing need be resolved.
    /// </summary>
    public static DateTimeOffset First(DateTimeOffset from, DateTimeZone zone, LocalTime turn, Func<LocalDateTime, bool> holds)
    {
        var at = Instant.FromDateTimeOffset(from);
        while (!holds(at.InZone(zone).LocalDateTime))
        {
            var next = at + UntilNext(turn, at.InZone(zone).TimeOfDay);
            var stretch = zone.GetZoneInterval(at);
            at = stretch.HasEnd && stretch.End < next ? stretch.End : next;
        }

        return at.ToDateTimeOffset();
    }

    /// <returns>The first instant after <paramref name="from"/> on a later day of the calendar than that of <paramref name="from"/>.</returns>
    public static DateTimeOffset NextDay(DateTimeOffset from, DateTimeZone zone)
    {
        var today = Instant.FromDateTimeOffset(from).InZone(zone).Date;
        return First(from, zone, LocalTime.Midnight, local => local.Date > today);
    }

    private static Duration UntilNext(LocalTime turn, LocalTime now) =>
        Duration.FromTicks(turn.TickOfDay - now.TickOfDay + (turn.TickOfDay > now.TickOfDay ? 0 : NodaConstants.TicksPerDay));
}
