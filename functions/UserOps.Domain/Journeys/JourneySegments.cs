using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>Segments of the workspace's own that a journey speaks of.</summary>
public static class JourneySegments
{
    public static IReadOnlySet<string> Of(JourneyDefinition journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        IEnumerable<Condition?> asked =
            [(journey.Entry as Entry.OnEvent)?.Where, journey.Audience, journey.Goal, journey.Exit, .. journey.Steps.OfType<Step.Branch>().SelectMany(branch => branch.Cases).Select(way => way.If)];
        var named = asked.OfType<Condition>().Aggregate(Mentions.Nothing, (mentions, condition) => mentions.With(condition)).Segments;
        return (journey.Entry is Entry.OnPassage { Map: null, Segment: var key } ? named.Add(key) : named).ToHashSet(StringComparer.Ordinal);
    }
}
