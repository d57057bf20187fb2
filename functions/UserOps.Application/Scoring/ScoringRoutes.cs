using UserOps.Application.Http;

namespace UserOps.Application.Scoring;

public static class ScoringRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("RequestScoringRun", "POST", "api/scoring/runs", Access.Marketer, ScoringHandlers.RequestRunAsync),
        new("ReadScoringRun", "GET", "api/scoring/runs/{date}", Access.Viewer, ScoringHandlers.ReadRunAsync),
        new("ReadLatestScoring", "GET", "api/scoring/latest", Access.Viewer, ScoringHandlers.ReadLatestAsync),
        new("ExportScores", "GET", "api/scoring/scores.csv", Access.Viewer, ScoringHandlers.ExportAsync),
    ];
}
