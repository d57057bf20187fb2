using UserOps.Application.Http;

namespace UserOps.Application.Scoring;

public static class ScoringRoutes
{
    public static readonly Route RequestScoringRun = new("RequestScoringRun", "POST", "api/scoring/runs", Access.Marketer, ScoringHandlers.RequestRunAsync);

    public static readonly Route ReadScoringRun = new("ReadScoringRun", "GET", "api/scoring/runs/{date}", Access.Viewer, ScoringHandlers.ReadRunAsync);

    public static readonly Route ReadLatestScoring = new("ReadLatestScoring", "GET", "api/scoring/latest", Access.Viewer, ScoringHandlers.ReadLatestAsync);

    public static readonly Route ExportScores = new("ExportScores", "GET", "api/scoring/scores.csv", Access.Viewer, ScoringHandlers.ExportAsync);

    public static IReadOnlyList<Route> All { get; } =
    [
        RequestScoringRun, ReadScoringRun, ReadLatestScoring, ExportScores,
    ];
}
