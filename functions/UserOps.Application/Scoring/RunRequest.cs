namespace UserOps.Application.Scoring;

/// <summary>Body of <c>POST /api/scoring/runs</c>.</summary>
/// <param name="AsOf">Day to score, as <c>2006-12-31</c>; absent: today in the workspace's zone.</param>
internal sealed record RunRequest(DateOnly? AsOf);
