using System.Text.Json.Serialization;

namespace UserOps.Domain.Segments;

/// <summary>A time that somebody spent in a segment.</summary>
/// <param name="Version">By which the person came in.</param>
/// <param name="Until">When the person left; null: is in.</param>
/// <param name="LeftBy">The version by which; null: is in, or the segment was archived.</param>
public sealed record Spell(
    DateTimeOffset Since,
    int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? LeftBy = null);
