using System.Text.Json.Serialization;

namespace UserOps.Application.Scoring;

/// <param name="From">Code; null: in no segment, or not there.</param>
/// <param name="To">Code; null: in no segment any more.</param>
internal sealed record Move(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? To,
    long Users);
