using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Domain;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Segments.Reviews;

/// <summary>Who is in what, by evaluation from scratch, against what is stored of it.</summary>
internal static class FromScratch
{
    /// <returns>Where profiles, audiences or their counts say otherwise.</returns>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        PublishedSegments published, JudgeSegments judge, AudienceRows audiences, IReadOnlyList<Profile> profiles, MemoryTableStore store, DateTimeOffset now)
    {
        var wrong = new List<string>();
        var set = await published.ReadAsync(default);
        var inside = set.Conditions.Keys.ToDictionary(key => key, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (var profile in profiles)
        {
            var verdicts = await judge.RunAsync(profile, set, now, default);
            string[] expected = [.. verdicts.Where(one => one.Value.Holds).Select(one => one.Key).Order(StringComparer.Ordinal)];
            string[] found = [.. (profile.Audiences ?? []).Select(one => one.Segment).Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(found))
            {
                wrong.Add($"{profile.DisplayId} {profile.Key} is in [{string.Join(' ', found)}] and should be in [{string.Join(' ', expected)}] at {now:O}, to be looked at {profile.ReviewAt:O}");
            }

            foreach (var key in expected)
            {
                var (carried, should) = (profile.Audiences?.FirstOrDefault(one => one.Segment == key)?.Value, verdicts[key].Value);
                if (carried?.GetRawText() != should?.GetRawText())
                {
                    wrong.Add($"{profile.DisplayId} {profile.Key} has {key} with {carried} and should have it with {should} at {now:O}");
                }

                (inside.TryGetValue(key, out var users) ? users : inside[key] = new(StringComparer.Ordinal)).Add(profile.Key);
            }
        }

        var rows = store.Rows.Where(row => row.Partition.Value.StartsWith("g~", StringComparison.Ordinal)).ToLookup(row => row.Partition.Value.Split('~')[1]);
        foreach (var (key, expected) in inside)
        {
            var members = new SortedSet<string>(StringComparer.Ordinal);
            var place = TagAudience.TagOf(key) is { } tag ? "tag." + HashText.Of("tag", tag) : key;
            foreach (var row in rows[place].Where(row => row.Key.Value != "-"))
            {
                var member = (await audiences.FindAsync(key, row.Key.Value, default))!;
                if (member.In != member.Last.Until is null)
                {
                    wrong.Add($"{member.UserKey} is {(member.In ? "in" : "out of")} {key} and the last spell there is {member.Last}");
                }

                if (member.In)
                {
                    members.Add(member.UserKey);
                }
            }

            if (!expected.SetEquals(members))
            {
                wrong.Add($"the audience of {key} is [{string.Join(' ', members)}] and should be [{string.Join(' ', expected)}]");
            }

            if (rows[place].Where(row => row.Key.Value == "-").Sum(row => row.Properties.Number("count")) is var count && count != expected.Count)
            {
                wrong.Add($"the audience of {key} counts {count} for {expected.Count}");
            }
        }

        return wrong;
    }
}
