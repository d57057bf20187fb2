using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Which segments a profile says somebody is in, ascending by key; null in place of none, as it is stored.</summary>
public static class Memberships
{
    /// <summary>What a review makes of them.</summary>
    /// <param name="stays">By key, whether the person is in; null: that is not for conditions to say, and stays as it is.</param>
    /// <param name="versions">By key, of every published segment.</param>
    /// <param name="rev">Of the profile to be committed.</param>
    /// <param name="values">By key, what computed tags carry; null: there are none.</param>
    public static (IReadOnlyList<Membership>? After, IReadOnlyList<SegmentPassage> Passages) Reviewed(
        IReadOnlyList<Membership>? before, IReadOnlyDictionary<string, bool?> stays, IReadOnlyDictionary<string, int> versions, DateTimeOffset now, long rev,
        IReadOnlyDictionary<string, JsonElement?>? values = null)
    {
        var after = new SortedDictionary<string, Membership>(StringComparer.Ordinal);
        var passages = new List<SegmentPassage>();
        foreach (var known in before ?? [])
        {
            if (stays.TryGetValue(known.Segment, out var holds) && holds != false)
            {
                after.Add(known.Segment, holds is null ? known : known with { Value = values?.GetValueOrDefault(known.Segment) });
            }
            else
            {
                // A clock that ran ahead of this one may have let the person in.
                var until = now > known.Since ? now : known.Since;
                passages.Add(new(known.Segment, new(known.Since, known.Version, until, versions.TryGetValue(known.Segment, out var by) ? by : null), rev));
            }
        }

        foreach (var (key, _) in stays.Where(one => one.Value == true && !after.ContainsKey(one.Key)))
        {
            var value = values?.GetValueOrDefault(key);
            after.Add(key, new(key, versions[key], now, value));
            passages.Add(new(key, new(now, versions[key]), rev, Value: value));
        }

        return (OrNull([.. after.Values]), passages);
    }

    /// <summary>Whether the same tags carry the same; who is in what is told by passages.</summary>
    public static bool CarryTheSame(IReadOnlyList<Membership>? before, IReadOnlyList<Membership>? after) =>
        Carried(before).SequenceEqual(Carried(after));

    /// <summary>As the last review found; entering and leaving are events, which are a reason to look again.</summary>
    public static IReadOnlyDictionary<string, Verdict> Verdicts(IReadOnlyList<Membership>? memberships) =>
        (memberships ?? []).ToDictionary(one => one.Segment, _ => new Verdict(true, null), StringComparer.Ordinal);

    /// <summary>Somebody who was in these became this user: it is the same person, who neither enters nor leaves.</summary>
    public static (IReadOnlyList<Membership>? After, IReadOnlyList<SegmentPassage> Passages) Joined(IReadOnlyList<Membership>? mine, IReadOnlyList<Membership>? theirs, long rev)
    {
        Membership[] more = [.. (theirs ?? []).Where(other => mine?.Any(own => own.Segment == other.Segment) != true)];
        return (OrNull([.. (mine ?? []).Concat(more).OrderBy(one => one.Segment, StringComparer.Ordinal)]),
            [.. more.Select(one => new SegmentPassage(one.Segment, new(one.Since, one.Version), rev, Quiet: true))]);
    }

    /// <summary>Put on a list or taken off it by hand.</summary>
    /// <returns>No passage: it was so before.</returns>
    public static (IReadOnlyList<Membership>? After, SegmentPassage? Passage) Put(IReadOnlyList<Membership>? before, string segment, int version, bool on, DateTimeOffset now, long rev)
    {
        var stays = (before ?? []).ToDictionary(one => one.Segment, _ => (bool?)null, StringComparer.Ordinal);
        stays[segment] = on;
        var (after, passages) = Reviewed(before, stays, new Dictionary<string, int> { [segment] = version }, now, rev);
        return (after, passages.SingleOrDefault());
    }

    private static IEnumerable<(string, string)> Carried(IReadOnlyList<Membership>? memberships) =>
        (memberships ?? []).Where(one => one.Value is not null).Select(one => (one.Segment, one.Value!.Value.GetRawText()));

    private static IReadOnlyList<Membership>? OrNull(IReadOnlyList<Membership> memberships) => memberships.Count > 0 ? memberships : null;
}
