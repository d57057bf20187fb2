using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>How many events count now, and when the next to begin or to cease counting makes a difference.</summary>
internal static class HappenedEvaluation
{
    public static Judged Judge(Condition.Happened asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var count = 0;
        var unsure = Instant.MaxValue;
        var changes = new List<(Instant At, int By)>();
        foreach (var said in facts.Events.Where(said => said.Name == asked.Event))
        {
            var from = Instant.FromDateTimeOffset(said.OccurredAt);
            var to = asked.Within is { } within ? calendar.Plus(from, within) : Instant.MaxValue;
            if (to <= now)
            {
                continue;
            }

            var fits = asked.Where is { } where
                ? ConditionEvaluator.Judge(where, facts with { EventProperties = said.Properties }, calendar, now)
                : Judged.ForEver(true);
            if (fits.Until < to)
            {
                unsure = Instant.Min(unsure, Instant.Max(fits.Until, from));
            }

            if (!fits.Holds)
            {
                continue;
            }

            if (from <= now)
            {
                count++;
            }
            else
            {
                changes.Add((from, 1));
            }

            changes.Add((to, -1));
        }

        return new Judged(asked.Times.Allow(count), FirstDifference(asked.Times, count, changes)).AtMostUntil(unsure);
    }

    private static Instant FirstDifference(Times times, int count, List<(Instant At, int By)> changes)
    {
        var holds = times.Allow(count);
        foreach (var at in changes.GroupBy(change => change.At).OrderBy(group => group.Key))
        {
            count += at.Sum(change => change.By);
            if (times.Allow(count) != holds)
            {
                return at.Key;
            }
        }

        return Instant.MaxValue;
    }
}
