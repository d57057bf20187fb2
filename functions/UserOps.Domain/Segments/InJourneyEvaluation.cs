using NodaTime;
using UserOps.Domain.Journeys;

namespace UserOps.Domain.Segments;

/// <summary>What a profile remembers of journeys: where the user is, and of each where they were last.</summary>
internal static class InJourneyEvaluation
{
    public static Judged Judge(Condition.InJourney asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var known = facts.Journeys.Where(one => one.Journey == asked.Key);
        return asked.Part == JourneyPart.Inside
            ? Judged.ForEver(known.Any(one => one.IsActive))
            : Judged.Any(known.Select(one => InstantOf(asked.Part, one)).OfType<DateTimeOffset>()
                .Select(at => Span.Since(Instant.FromDateTimeOffset(at), asked.Within, calendar).Judge(now)));
    }

    private static DateTimeOffset? InstantOf(JourneyPart part, Participation one) => part switch
    {
        JourneyPart.Ended => one.EndedAt,
        JourneyPart.HeldOut when !one.HeldOut => null,
        _ => one.StartedAt,
    };
}
