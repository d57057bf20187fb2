using System.Text.Json.Serialization;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Properties of the events <c>Stage Changed</c> and <c>Segment Changed</c>.</summary>
internal sealed record TransitionProperties(
    SegmentMap? Map,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? To,
    DateOnly AsOf);
