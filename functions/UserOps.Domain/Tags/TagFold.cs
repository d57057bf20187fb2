using System.Text;
using UserOps.Domain.Events;

namespace UserOps.Domain.Tags;

/// <summary>How what is said of tags changes them: the last word on each counts, whatever the order of arrival.</summary>
public static class TagFold
{
    /// <summary>
    /// Names and values of a user's tags take no more than this many bytes of UTF-8, and there are no more than <see cref="Most"/>, so that they take less than 150 KiB of the profile's 256:
    /// beyond, those are forgotten that were spoken of longest ago.
    /// </summary>
    public const int MostBytes = 24_576;

    public const int Most = 400;

    /// <param name="marks">Ascending by name, ordinal.</param>
    /// <param name="told">By name: on or off.</param>
    /// <param name="terms">By name, of those that are put on; null: none have any.</param>
    /// <param name="by">Source of the event.</param>
    public static IReadOnlyList<TagMark> Apply(
        IReadOnlyList<TagMark> marks, IReadOnlyDictionary<string, bool> told, IReadOnlyDictionary<string, TagTerm>? terms, Stamp stamp, string? by = null, int most = Most)
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
                var term = on ? terms?.GetValueOrDefault(name) : null;
                byName[name] = new(name, on, stamp, term?.Until, term?.Value?.Clone(), by);
            }
        }

        return byName.Count <= most && byName.Values.Sum(SizeOf) <= MostBytes ? [.. byName.Values] : Latest(byName.Values, most);
    }

    private static IReadOnlyList<TagMark> Latest(IEnumerable<TagMark> marks, int most)
    {
        var (kept, bytes) = (new List<TagMark>(), 0);
        foreach (var mark in marks.OrderByDescending(mark => mark.Said).ThenBy(mark => mark.Name, StringComparer.Ordinal).Take(most))
        {
            bytes += SizeOf(mark);
            if (bytes > MostBytes)
            {
                break;
            }

            kept.Add(mark);
        }

        return [.. kept.OrderBy(mark => mark.Name, StringComparer.Ordinal)];
    }

    private static int SizeOf(TagMark mark) => Encoding.UTF8.GetByteCount(mark.Name) + (mark.Value is { } value ? Encoding.UTF8.GetByteCount(value.GetRawText()) : 0);
}
