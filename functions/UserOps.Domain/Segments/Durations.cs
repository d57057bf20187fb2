using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain.Segments;

/// <summary>
/// Durations in ISO 8601: <c>P30D</c>, <c>P1Y6M</c>, <c>PT12H</c>, <c>P1DT12H</c>. Days, weeks, months and years go by the calendar, so that <c>P1D</c> ends at the
/// same time of day also when clocks are changed; hours, minutes and seconds go by the clock.
/// </summary>
public static class Durations
{
    private const double HoursPerDay = 24;

    /// <returns>Null unless it is a duration of whole seconds, longer than none and of <see cref="ConditionLimits.Years"/> years at most.</returns>
    public static Period? Read(string written)
    {
        var parsed = PeriodPattern.Roundtrip.Parse(written);
        if (written.EndsWith('T') || !parsed.Success || parsed.Value is not { Milliseconds: 0, Ticks: 0, Nanoseconds: 0 } period)
        {
            return null;
        }

        var backwards = period.Years < 0 || period.Months < 0 || period.Weeks < 0 || period.Days < 0 || period.Hours < 0 || period.Minutes < 0 || period.Seconds < 0;
        return backwards || LongestDays(period) is <= 0 or > ConditionLimits.Years * 366 ? null : period;
    }

    public static string Write(Period period) => PeriodPattern.Roundtrip.Format(period);

    public static bool IsWholeDays(Period period) => !period.HasTimeComponent;

    /// <summary>More than it ever lasts, in whatever month it begins and whatever clocks do meanwhile.</summary>
    public static TimeSpan UpperBound(Period period) => TimeSpan.FromDays(LongestDays(period) + 2);

    public static double LongestDays(Period period) =>
        (period.Years * 366.0) + (period.Months * 31.0) + (period.Weeks * 7.0) + period.Days
        + ((period.Hours + (period.Minutes / 60.0) + (period.Seconds / 3600.0)) / HoursPerDay);
}
