using NodaTime;
using NodaTime.TimeZones;

namespace UserOps.Domain.Segments;

/// <summary>Days and durations in a time zone. What lies beyond the year 9900 is <see cref="Instant.MaxValue"/>, never: "9999-12-31" is a usual way to say so.</summary>
internal readonly record struct ZoneCalendar(DateTimeZone Zone)
{
    /// <summary>Leaves room for the longest duration below the calendar's end.</summary>
    public const int LastYear = 9_900;

    public static readonly Instant Horizon = Instant.FromUtc(LastYear, 1, 1, 0, 0);

    private static readonly int LastDay = Days.Of(new DateOnly(LastYear, 1, 1));

    /// <summary>Of an hour that comes twice the first; of one that is left out, as when a day begins with it, its end.</summary>
    private static readonly ZoneLocalMappingResolver DayStart = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public LocalDate DayOf(Instant instant) => instant >= Horizon ? LocalDate.MaxIsoValue : instant.InZone(Zone).Date;

    /// <summary>Same as <see cref="DayOf"/>, in the unit of orders.</summary>
    public int DayNumberOf(Instant instant) => Days.Of(instant.ToDateTimeOffset(), Zone);

    public Instant StartOf(LocalDate day) => day.Year >= LastYear ? Instant.MaxValue : Zone.ResolveLocal(day.AtMidnight(), DayStart).ToInstant();

    public Instant EndOf(LocalDate day) => day.Year >= LastYear ? Instant.MaxValue : StartOf(day.PlusDays(1));

    public Instant StartOfDayNumber(int day) => day >= LastDay ? Instant.MaxValue : StartOf(LocalDate.FromDateOnly(Days.ToDate(day)));

    /// <summary>Later by the period: its days, weeks, months and years on the calendar, then its hours and less on the clock.</summary>
    public Instant Plus(Instant from, Period period)
    {
        if (from >= Horizon)
        {
            return Instant.MaxValue;
        }

        // Only what moves on the calendar goes by local time, since of an hour that comes twice that keeps only one.
        var dated = period.HasDateComponent ? Zone.ResolveLocal(from.InZone(Zone).LocalDateTime + DateOf(period), Resolvers.LenientResolver).ToInstant() : from;
        return dated + TimeOf(period);
    }

    /// <summary>Earlier by the period, in the same way.</summary>
    public Instant Minus(Instant from, Period period)
    {
        if (from >= Horizon)
        {
            return Instant.MaxValue;
        }

        var dated = period.HasDateComponent ? Zone.ResolveLocal(from.InZone(Zone).LocalDateTime - DateOf(period), Resolvers.LenientResolver).ToInstant() : from;
        return dated - TimeOf(period);
    }

    /// <summary>As much later than the beginning of a day, which is midnight again on a later day also when this one has none.</summary>
    public Instant Plus(LocalDate day, Period period)
    {
        var dated = day.Year >= LastYear ? Instant.MaxValue : StartOf(day + DateOf(period));
        return dated >= Horizon ? Instant.MaxValue : dated + TimeOf(period);
    }

    /// <summary>As much earlier than the end of a day.</summary>
    public Instant Minus(LocalDate day, Period period) => day.Year >= LastYear ? Instant.MaxValue : StartOf(day.PlusDays(1) - DateOf(period)) - TimeOf(period);

    /// <summary>
    /// Clocks that are put back shortly after midnight, as in Newfoundland until 2011, put the day back with them: the instant at which that next happens before
    /// another change of the clocks, else never.
    /// </summary>
    public Instant DayTurnsBack(Instant now)
    {
        var interval = Zone.GetZoneInterval(now);
        return interval.HasEnd && interval.End.InZone(Zone).Date < now.InZone(Zone).Date ? interval.End : Instant.MaxValue;
    }

    private static Period DateOf(Period period) => new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();

    private static Duration TimeOf(Period period) => new PeriodBuilder(period) { Years = 0, Months = 0, Weeks = 0, Days = 0 }.Build().ToDuration();
}
