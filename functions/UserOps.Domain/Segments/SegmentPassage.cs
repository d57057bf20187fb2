using System.Text.Json.Serialization;

namespace UserOps.Domain.Segments;

/// <summary>Somebody's entering or leaving a segment, to be told elsewhere. It holds the whole spell, so that those told in another order leave the same history.</summary>
/// <param name="Spell">Begun, or ended.</param>
/// <param name="Rev">Of the profile that it was committed with.</param>
/// <param name="Quiet">No event: somebody who was in became this user.</param>
public sealed record SegmentPassage(
    string Segment, Spell Spell, long Rev, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Quiet = false)
{
    [JsonIgnore]
    public bool Entered => Spell.Until is null;
}
