using NodaTime;

namespace UserOps.Application.Scoring;

/// <summary>Days of the workspace as instants.</summary>
internal static class WorkspaceDay
{
    public static DateOnly Of(DateTimeOffset instant, DateTimeZone zone) =>
        Domain.Days.ToDate(Domain.Days.Of(instant, zone));

    /// <summary>The last millisecond that belongs to the day.</summary>
    public static DateTimeOffset EndOf(DateOnly day, DateTimeZone zone)
    {
        var next = day.AddDays(1);
        return zone.AtStartOfDay(new LocalDate(next.Year, next.Month, next.Day)).ToDateTimeOffset().ToUniversalTime().AddMilliseconds(-1);
    }

    /// <summary>A full hour of a day; where a change to summer time skips it, as much later.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, DateTimeZone zone) =>
        zone.AtLeniently(new LocalDateTime(day.Year, day.Month, day.Day, hour, 0)).ToDateTimeOffset().ToUniversalTime();
}
