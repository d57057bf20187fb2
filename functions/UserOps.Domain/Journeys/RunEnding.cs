using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

/// <param name="Reason">What the exit step says; null for other ways to end.</param>
public sealed record RunEnding(RunEndingKind Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
