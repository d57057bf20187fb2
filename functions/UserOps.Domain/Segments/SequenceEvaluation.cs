using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>
/// Each event that a sequence can begin with makes it hold for one span of time: from the earliest end that can be reached from there until the beginning is too
/// long ago.
/// </summary>
internal static class SequenceEvaluation
{
    public static Judged Judge(Condition.Sequence asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var unsure = Instant.MaxValue;
        var oldest = asked.Since is { } since ? facts.Now - Durations.UpperBound(since) : DateTimeOffset.MinValue;
        var steps = asked.Steps.Select(step => InstantsOf(step).Distinct().Order().ToArray()).ToArray();
        var happened = steps.Length - (asked.Steps[^1].Not ? 1 : 0);
        return Judged.Any(steps[0].Select(first => SpanFrom(first).Judge(now))).AtMostUntil(unsure);

        IEnumerable<Instant> InstantsOf(SequenceStep step)
        {
            foreach (var said in facts.Events.Where(said => said.Name == step.Event && said.OccurredAt >= oldest))
            {
                var (at, fits) = (Instant.FromDateTimeOffset(said.OccurredAt), HappenedEvaluation.Fits(step.Where, said, facts, calendar, now));
                unsure = Instant.Min(unsure, fits.Until == Instant.MaxValue ? fits.Until : Instant.Max(fits.Until, at));
                if (fits.Holds)
                {
                    yield return at;
                }
            }
        }

        Span SpanFrom(Instant first)
        {
            var latest = asked.Within is null ? Instant.MaxValue : calendar.Plus(first, asked.Within);
            var reached = first;
            for (var step = 1; step < happened - 1; step++)
            {
                reached = Next(steps[step], reached, latest);
            }

            IEnumerable<Instant> ends = happened == 1 ? [first] : After(steps[happened - 1], reached).TakeWhile(at => at <= latest);
            return new(happened < steps.Length ? NothingCame(ends) : ends.FirstOrDefault(Instant.MaxValue), Span.Since(first, asked.Since, calendar).To);
        }

        // The earliest instant at which it is certain. Where clocks are put back, time that began later may be over earlier.
        Instant NothingCame(IEnumerable<Instant> ends)
        {
            var certain = Instant.MaxValue;
            foreach (var end in ends.TakeWhile(end => end < certain))
            {
                var over = calendar.Plus(end, asked.Within!);
                if (over < certain && Next(steps[^1], end, over) == Instant.MaxValue)
                {
                    certain = over;
                }
            }

            return certain;
        }
    }

    /// <returns><see cref="Instant.MaxValue"/>: none until then.</returns>
    private static Instant Next(Instant[] ascending, Instant after, Instant latest) =>
        After(ascending, after).FirstOrDefault(Instant.MaxValue) is var at && at <= latest ? at : Instant.MaxValue;

    private static ArraySegment<Instant> After(Instant[] ascending, Instant after)
    {
        var found = Array.BinarySearch(ascending, after);
        var from = found < 0 ? ~found : found + 1;
        return new(ascending, from, ascending.Length - from);
    }
}
