using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>When a wait is over, by the person's calendar. Where a change to summer time skips the time of day, it is as much later; where one repeats it, the first.</summary>
public static class WaitClock
{
    private const int MostDays = 7;

    // No offset leads from here to where calendars end: 0001-01-01 and 9999-12-31 are what systems write for never.
    private static readonly LocalDate FirstDay = new(10, 1, 1);
    private static readonly LocalDate LastDay = new(9990, 12, 31);

    /// <param name="reachedAt">When the step was reached.</param>
    /// <returns>At or before <paramref name="reachedAt"/> where there is nothing to wait for.</returns>
    public static DateTimeOffset EndOf(WaitUntil until, DateTimeOffset reachedAt, DateTimeZone zone, Func<string, JsonElement?> trait)
    {
        var reached = Instant.FromDateTimeOffset(reachedAt).InZone(zone);
        return until switch
        {
            WaitUntil.Passed passed => Later(reached, passed.Time),
            WaitUntil.TimeOfDay time => NextTime(reached, time),
            WaitUntil.Date date => DayOf(date, reached, trait) ?? reachedAt,
            _ => throw new ArgumentException($"A {until?.GetType().Name} is no wait.", nameof(until)),
        };
    }

    /// <summary>Days and longer by the calendar, so that nine o'clock stays nine o'clock; hours and shorter by the clock.</summary>
    public static DateTimeOffset Later(ZonedDateTime from, Period time) => new ZoneCalendar(from.Zone).Plus(from.ToInstant(), time).ToDateTimeOffset();

    private static DateTimeOffset NextTime(ZonedDateTime reached, WaitUntil.TimeOfDay time)
    {
        for (var days = 0; ; days++)
        {
            var day = reached.Date.PlusDays(days);
            var at = reached.Zone.AtLeniently(day + time.At);
            if ((time.Weekdays.Count == 0 || time.Weekdays.Contains(day.DayOfWeek)) && (at.ToInstant() > reached.ToInstant() || days > MostDays))
            {
                return at.ToDateTimeOffset().ToUniversalTime();
            }
        }
    }

    private static DateTimeOffset? DayOf(WaitUntil.Date wanted, ZonedDateTime reached, Func<string, JsonElement?> trait)
    {
        if (trait(wanted.Trait) is not { ValueKind: JsonValueKind.String } value || DateIn(value.GetString()!) is not { } named)
        {
            return null;
        }

        DateTimeOffset At(LocalDate day) => reached.Zone.AtLeniently((day + wanted.Offset) + wanted.At).ToDateTimeOffset().ToUniversalTime();
        if (!wanted.Yearly)
        {
            return At(named);
        }

        // Somebody born on 29 February has a birthday on the 28th in other years. An offset leads up to two years away.
        var now = reached.ToDateTimeOffset();
        return Enumerable.Range(-3, 7).Select(years => At(named.PlusYears(reached.Year + years - named.Year))).First(at => at >= now);
    }

    /// <summary>A date, also at the front of an instant: a birthday has no zone.</summary>
    private static LocalDate? DateIn(string text) =>
        LocalDatePattern.Iso.Parse(text.Length > 10 ? text[..10] : text) is { Success: true, Value: var date } ? LocalDate.Min(LocalDate.Max(date, FirstDay), LastDay) : null;
}
