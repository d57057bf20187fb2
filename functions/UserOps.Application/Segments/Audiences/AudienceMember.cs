using System.Text.Json.Serialization;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Somebody who is or was in an audience.</summary>
/// <param name="Rev">Of the profile that it was taken from last.</param>
/// <param name="Spells">The last of them, by when they ended, the one that goes on last; at least one.</param>
public sealed record AudienceMember(string UserKey, bool In, long Rev, IReadOnlyList<Spell> Spells)
{
    public const int MostSpells = 20;

    /// <summary>Higher than any profile's, so that nobody who was overtaken by a merge brings the user back.</summary>
    public const long MergedRev = long.MaxValue;

    [JsonIgnore]
    public Spell Last => Spells[^1];

    /// <summary>Has become another user while in, and stands there from then on: <see cref="Last"/> ends when that was.</summary>
    [JsonIgnore]
    public bool IsMerged => Rev == MergedRev;

    /// <summary>Whether the person was in at an instant, of which the last spells know; of two users who have become one, only the one who is left.</summary>
    public bool WasIn(DateTimeOffset at) => !IsMerged && Spells.Any(spell => spell.Since <= at && !(spell.Until <= at));

    /// <summary>With one more passage, which may come twice or after a later one: then it counts for the history alone.</summary>
    public static AudienceMember After(AudienceMember? before, string userKey, SegmentPassage passage)
    {
        var spells = (before?.Spells ?? []).ToDictionary(spell => spell.Since);
        var later = before is null || passage.Rev > before.Rev;

        // Who came, and has done something since, will be told of as having left, with the whole spell. And who comes, goes and comes again within one instant is still in, whichever is told first.
        if (later || (!passage.Entered && (!spells.TryGetValue(passage.Spell.Since, out var known) || (known.Until is null && !(before!.In && before.Last == known)))))
        {
            spells[passage.Spell.Since] = passage.Spell;
        }

        return new(
            userKey,
            later ? passage.Entered : before!.In,
            later ? passage.Rev : before!.Rev,
            [.. spells.Values.OrderBy(spell => spell.Until ?? DateTimeOffset.MaxValue).ThenBy(spell => spell.Since).TakeLast(MostSpells)]);
    }
}
