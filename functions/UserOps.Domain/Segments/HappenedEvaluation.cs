using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>Which events count, and from when until when.</summary>
internal static class HappenedEvaluation
{
    public static Judged Judge(Condition.Happened asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var unsure = Instant.MaxValue;
        var counted = new List<Span>();
        foreach (var said in facts.Events.Where(said => said.Name == asked.Event))
        {
            var span = Span.Since(Instant.FromDateTimeOffset(said.OccurredAt), asked.Within, calendar);
            if (span.To <= now)
            {
                continue;
            }

            var fits = Fits(asked.Where, said, facts, calendar, now);
            if (fits.Until < span.To)
            {
                unsure = Instant.Min(unsure, Instant.Max(fits.Until, span.From));
            }

            if (fits.Holds)
            {
                counted.Add(span);
            }
        }

        return Counting.Judge(asked.Times, counted, now).AtMostUntil(unsure);
    }

    /// <summary>Whether the event is one of those that are meant.</summary>
    public static Judged Fits(Condition? where, AppliedEvent said, ConditionFacts facts, ZoneCalendar calendar, Instant now) =>
        where is null ? Judged.ForEver(true) : ConditionEvaluator.Judge(where, facts with { EventProperties = said.Properties }, calendar, now);
}
