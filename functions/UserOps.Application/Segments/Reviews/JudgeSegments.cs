using UserOps.Application.Journeys.Running;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Segments.Reviews;

/// <summary>Whether somebody is in each of some segments and has each of some tags, and until when that holds.</summary>
public sealed class JudgeSegments(PersonInSight person)
{
    /// <returns>By key, of all of the set: of lists, and of what this release can't read, as the profile says. And of all tags that somebody's word put on or took off.</returns>
    public async Task<IReadOnlyDictionary<string, Verdict>> RunAsync(Profile profile, SegmentSet set, DateTimeOffset now, CancellationToken cancel)
    {
        var verdicts = set.Conditions.Keys.ToDictionary(key => key, key => new Verdict(profile.Segments?.Any(one => one.Segment == key) == true, null), StringComparer.Ordinal);
        foreach (var mark in set.Tags.Marks(profile))
        {
            // A browser that nobody is known behind is in none; the night does not look at it either.
            var holds = profile.IsIdentified && mark.Holds(now);
            verdicts[TagAudience.Of(mark.Name)] = new(holds, holds ? mark.Until : null);
        }

        if (set.Dynamic.Count == 0)
        {
            return verdicts;
        }

        var facts = profile.IsIdentified ? await person.RunAsync(profile, set.Mentions, null, null, now, cancel) with { Segments = verdicts } : null;
        foreach (var segment in set.Dynamic)
        {
            verdicts[segment.Key] = facts is null ? new(false, null)
                : set.ComputedBy(segment.Key) is { Compute: { } compute, ValueType: var type } ? ComputationEvaluation.Evaluate(compute, type, facts)
                : ConditionEvaluator.Evaluate(segment.Definition!.Where!, facts);
        }

        return verdicts;
    }
}
