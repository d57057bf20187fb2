using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Events;

namespace UserOps.Domain.Tags;

/// <summary>What was last said of one tag: put on or taken off. Kept in both cases, or an older word that arrives later would win.</summary>
/// <param name="Until">Instant at which a tag that was put on stops holding; null: never.</param>
/// <param name="Value">That it carries; null: none.</param>
/// <param name="By">Source of the event that said it; null: it was said before sources were kept.</param>
public sealed record TagMark(
    string Name,
    bool On,
    Stamp Said,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null)
{
    public bool Holds(DateTimeOffset now) => On && !(Until <= now);
}
