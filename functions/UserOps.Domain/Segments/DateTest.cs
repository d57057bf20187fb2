using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>
/// Operators on days and instants. Each is a span of time in which it holds, fixed by the value and not by now, so its ends are exact. A day begins with its first
/// instant and ends with its last: <c>withinLast</c> counts from its beginning, <c>withinNext</c> up to its end, so that both count today in whole days.
/// </summary>
internal static class DateTest
{
    public static Judged Judge(Operator op, Operand operand, FactValue date, ZoneCalendar calendar, Instant now)
    {
        var moment = (date as FactValue.Moment)?.Value;
        var day = moment is { } at ? calendar.DayOf(at) : ((FactValue.Day)date).Value;
        var first = moment ?? calendar.StartOf(day);
        return (op, operand) switch
        {
            (Operator.Before, Operand.Day before) => Judged.ForEver(first < calendar.StartOf(before.Value)),
            (Operator.Before, Operand.Moment before) => Judged.ForEver(first < Instant.FromDateTimeOffset(before.Value)),
            (Operator.After, Operand.Day after) => Judged.ForEver(first >= calendar.EndOf(after.Value)),
            (Operator.After, Operand.Moment after) => Judged.ForEver(first > Instant.FromDateTimeOffset(after.Value)),
            (Operator.OnDay, Operand.Day on) => Judged.ForEver(day == on.Value),
            (Operator.WithinLast, Operand.Lasting last) => new Span(first, moment is null ? calendar.Plus(day, last.Value) : calendar.Plus(first, last.Value)).Judge(now),
            (Operator.WithinNext, Operand.Lasting next) => (moment is { } to ? new Span(calendar.Minus(to, next.Value), to) : new Span(calendar.Minus(day, next.Value), calendar.EndOf(day))).Judge(now),
            (Operator.AnniversaryWithinNext, Operand.Lasting next) => JudgeAnniversary(day, next.Value, calendar, now),
            _ => Judged.ForEver(false),
        };
    }

    /// <summary>The same day of a later year; of 29 February the 28th, where there is no other.</summary>
    private static Judged JudgeAnniversary(LocalDate day, Period ahead, ZoneCalendar calendar, Instant now)
    {
        var holdsUntil = default(Instant?);

        // Of this year's and its neighbours one is not over. When the time ahead is a whole year, each passes into the next; after a few it is looked at again.
        var from = Math.Max(day.Year + 1, calendar.DayOf(now).Year - 1);
        for (var year = from; year < Math.Min(from + 4, ZoneCalendar.LastYear); year++)
        {
            var anniversary = day.PlusYears(year - day.Year);
            var judged = new Span(calendar.Minus(anniversary, ahead), calendar.EndOf(anniversary)).Judge(holdsUntil ?? now);
            if (judged.Holds)
            {
                holdsUntil = judged.Until;
            }
            else if (holdsUntil is { } until)
            {
                return new(true, until);
            }
            else if (judged.Until != Instant.MaxValue)
            {
                return judged;
            }
        }

        return holdsUntil is { } last ? new(true, last) : Judged.ForEver(false);
    }
}
