using System.Text.Json.Serialization;

namespace UserOps.Application.Operations;

/// <param name="Status"><c>ok</c>, <c>degraded</c> (it works, but somebody has to look: see the other fields) or <c>failing</c>.</param>
/// <param name="Checks"><c>ok</c> or <c>failing</c> by name; why stands in the log, since anybody may ask.</param>
/// <param name="OverdueRuns">Null: there are none, or nobody could look.</param>
public sealed record Health(
    string Status, string Version, IReadOnlyDictionary<string, string> Checks, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Overdue? OverdueRuns = null);
