using UserOps.Domain.Events;

namespace UserOps.Domain.Tags;

/// <summary>How what is said of tags changes them: the last word on each counts, whatever the order of arrival.</summary>
public static class TagFold
{
    /// <param name="marks">Ascending by name, ordinal.</param>
    /// <param name="told">By name: on or off.</param>
    /// <param name="most">Beyond it those are forgotten that were spoken of longest ago.</param>
    public static IReadOnlyList<TagMark> Apply(IReadOnlyList<TagMark> marks, IReadOnlyDictionary<string, bool> told, Stamp stamp, int most)
    {
        var byName = new SortedDictionary<string, TagMark>(StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            byName[mark.Name] = mark;
        }

        foreach (var (name, on) in told)
        {
            if (!byName.TryGetValue(name, out var known) || stamp.IsAfter(known.Said))
            {
                byName[name] = new(name, on, stamp);
            }
        }

        return byName.Count <= most
            ? [.. byName.Values]
            : [.. byName.Values.OrderByDescending(mark => mark.Said).ThenBy(mark => mark.Name, StringComparer.Ordinal).Take(most).OrderBy(mark => mark.Name, StringComparer.Ordinal)];
    }
}
