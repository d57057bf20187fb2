using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>Which segments and rule tags are built from which. Tags that go by no rule are built from nothing and need not be among them.</summary>
public static class SegmentGraph
{
    /// <param name="segments">By key, with the condition of each; null: it has none.</param>
    /// <returns>All of them, each after those that it names; of segments that can stand in either order the lower key first.</returns>
    /// <exception cref="InvalidDataException">Some are built from each other.</exception>
    public static IReadOnlyList<string> Ordered(IReadOnlyDictionary<string, Condition?> segments)
    {
        var ordered = new List<string>(segments.Count);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in segments.Keys.Order(StringComparer.Ordinal))
        {
            Visit(key);
        }

        return ordered;

        void Visit(string key)
        {
            if (done.Contains(key) || !segments.TryGetValue(key, out var where))
            {
                return;
            }

            if (!begun.Add(key))
            {
                throw new InvalidDataException($"{key} is built from itself.");
            }

            foreach (var named in NamedBy(where))
            {
                Visit(named);
            }

            done.Add(key);
            ordered.Add(key);
        }
    }

    /// <summary>The way from a segment with this condition back to itself; null: there is none.</summary>
    public static IReadOnlyList<string>? CycleThrough(string key, Condition where, IReadOnlyDictionary<string, Condition?> published)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Search(where, [key]);

        IReadOnlyList<string>? Search(Condition? from, string[] way)
        {
            foreach (var named in NamedBy(from))
            {
                if (named == key)
                {
                    return [.. way, key];
                }

                if (seen.Add(named) && published.TryGetValue(named, out var next) && Search(next, [.. way, named]) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    /// <summary>Keys of the segments that a condition names, and its tags as <see cref="TagAudience"/> names them.</summary>
    public static IEnumerable<string> NamedBy(Condition? where) =>
        where is null ? [] : Mentions.Of(where) is var mentions ? mentions.Segments.Concat(mentions.TagNames.Select(TagAudience.Of)) : [];
}
