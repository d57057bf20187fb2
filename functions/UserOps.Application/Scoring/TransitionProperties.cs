using System.Text.Json.Serialization;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Properties of the events <c>Stage Changed</c>, <c>Segment Changed</c> and <c>Churn Warning</c>.</summary>
internal sealed record TransitionProperties(
    SegmentMap? Map,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? To,
    DateOnly AsOf);
