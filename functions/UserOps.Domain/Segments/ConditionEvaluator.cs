using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>Answers conditions. A value of another type than the operator's is no error: the comparison does not hold.</summary>
public static class ConditionEvaluator
{
    /// <returns>
    /// <see cref="Verdict.ValidUntil"/> is after <see cref="ConditionFacts.Now"/>; until then the answer is the same as long as nothing in the facts changes but the time.
    /// It may come before the answer really changes, where conditions are combined; never after.
    /// </returns>
    public static Verdict Evaluate(Condition condition, ConditionFacts facts)
    {
        var judged = Judge(condition, facts, new ZoneCalendar(facts.Zone), Instant.FromDateTimeOffset(facts.Now));
        return new(judged.Holds, judged.Until >= ZoneCalendar.Horizon ? null : judged.Until.ToDateTimeOffset());
    }

    internal static Judged Judge(Condition condition, ConditionFacts facts, ZoneCalendar calendar, Instant now) => condition switch
    {
        Condition.All all => Judged.All(all.Of.Select(of => Judge(of, facts, calendar, now))),
        Condition.Any any => Judged.Any(any.Of.Select(of => Judge(of, facts, calendar, now))),
        Condition.Not not => Judge(not.Of, facts, calendar, now).Opposite,
        Condition.Compare compare => CompareEvaluation.Judge(compare, facts, calendar, now),
        Condition.Happened happened => HappenedEvaluation.Judge(happened, facts, calendar, now),
        Condition.Sequence sequence => SequenceEvaluation.Judge(sequence, facts, calendar, now),
        Condition.InJourney journey => InJourneyEvaluation.Judge(journey, facts, calendar, now),
        Condition.PassedStep step => Judged.ForEver(facts.Passed.Any(one => one.Journey == step.Key && one.Step == step.Step && (step.Outcome is null || one.Outcome == step.Outcome))),
        Condition.Messaged messaged => MessagedEvaluation.Judge(messaged, facts, calendar, now),
        Condition.InSegment(var key) => facts.Segments.TryGetValue(key, out var verdict) ? Judged.Of(verdict) : Judged.ForEver(false),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No such condition."),
    };
}
