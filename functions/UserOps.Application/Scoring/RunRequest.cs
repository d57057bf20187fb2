using System.Text.Json.Serialization;

namespace UserOps.Application.Scoring;

/// <summary>Body of <c>POST /api/scoring/runs</c>.</summary>
/// <param name="AsOf">Day to score, as <c>2006-12-31</c>; absent: today in the workspace's zone.</param>
/// <param name="CalibrationEnd">Last day that the fit of the hold-out check sees; absent: two thirds of the observed time.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RunRequest(DateOnly? AsOf, DateOnly? CalibrationEnd = null);
