using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>All that a condition of a segment or a tag may name now.</summary>
public sealed class NamesInConditions(IEnumerable<INameSource> sources)
{
    public async Task<ConditionNames> RunAsync(SegmentSet published, CancellationToken cancel)
    {
        var names = KnownNames.Unchecked;
        foreach (var source in sources)
        {
            names = await source.AddAsync(names, cancel);
        }

        return names.InConditions with { Segments = published.SegmentKeys, RetiredTags = published.Tags.Retired.ToHashSet(StringComparer.Ordinal) };
    }
}
