using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>Somebody's entering or leaving a segment, to be told elsewhere. It holds the whole spell, so that those told in another order leave the same history.</summary>
/// <param name="Spell">Begun, or ended.</param>
/// <param name="Rev">Of the profile that it was committed with.</param>
/// <param name="Quiet">No event: somebody who was in became this user, or an event says it already.</param>
/// <param name="Value">That a computed tag carries from then on; null: it is none, or was left.</param>
/// <param name="Why">Of a tag that changed by nobody's word; null: of all else.</param>
public sealed record SegmentPassage(
    string Segment,
    Spell Spell,
    long Rev,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Quiet = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TagChange? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null)
{
    [JsonIgnore]
    public bool Entered => Spell.Until is null;
}
