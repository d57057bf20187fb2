using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Journeys;

/// <summary>Segments of the workspace's own that a journey speaks of, and tags that it asks for, gives or takes, as <see cref="TagAudience"/> names them.</summary>
public static class JourneyAudiences
{
    public static IReadOnlySet<string> Of(JourneyDefinition journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        IEnumerable<Condition?> asked =
            [(journey.Entry as Entry.OnEvent)?.Where, journey.Audience, journey.Goal, journey.Exit, .. journey.Steps.OfType<Step.Branch>().SelectMany(branch => branch.Cases).Select(way => way.If)];
        var named = asked.OfType<Condition>().SelectMany(SegmentGraph.NamedBy).ToHashSet(StringComparer.Ordinal);
        named.UnionWith(journey.Steps.OfType<Step.Tag>().SelectMany(step => step.Add.Concat(step.Remove)).Select(TagAudience.Of));
        if (journey.Entry is Entry.OnPassage { Map: null, Segment: var key })
        {
            named.Add(key);
        }

        return named;
    }
}
