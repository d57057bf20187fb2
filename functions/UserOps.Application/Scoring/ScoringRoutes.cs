using UserOps.Application.Http;
using UserOps.Application.Http.OpenApi;
using UserOps.Application.Scoring.Model;

namespace UserOps.Application.Scoring;

public static class ScoringRoutes
{
    public static readonly Route RequestScoringRun = new("RequestScoringRun", "POST", "api/scoring/runs", Access.Marketer, ScoringHandlers.RequestRunAsync)
    {
        Doc = new("Asks for the scoring of a day; a run that is wanted or at work is joined") { Request = typeof(RunRequest), Response = typeof(RunView), Status = 202 },
    };

    public static readonly Route ReadScoringRun = new("ReadScoringRun", "GET", "api/scoring/runs/{date}", Access.Viewer, ScoringHandlers.ReadRunAsync)
    {
        Doc = new("Reads a run: its progress, cut points, distribution and migration") { Response = typeof(RunView) },
    };

    public static readonly Route ReadLatestScoring = new("ReadLatestScoring", "GET", "api/scoring/latest", Access.Viewer, ScoringHandlers.ReadLatestAsync)
    {
        Doc = new("Reads the published run") { Response = typeof(RunView) },
    };

    public static readonly Route ExportScores = new("ExportScores", "GET", "api/scoring/scores.csv", Access.Viewer, ScoringHandlers.ExportAsync)
    {
        Doc = new("Writes everybody's scores, streamed")
        {
            Query = [new("asOf", "string", "A scored day; the published one without it.", "date"), new("everyone", "boolean", "Users without orders too.")],
            ResponseMedia = "text/csv",
        },
    };

    private static readonly QueryParameter AsOf = new("asOf", "string", "A scored day; the published one without it.", "date");

    public static readonly Route ReadScoringModel = new("ReadScoringModel", "GET", "api/scoring/model", Access.Viewer, ModelHandlers.ReadAsync)
    {
        Doc = new("Reads the models of purchases to come, and how well they foretold, or why there is too little data for them") { Query = [AsOf], Response = typeof(ModelView) },
    };

    public static readonly Route ShowScoringModel = new("ShowScoringModel", "GET", "scoring/model", Access.Viewer, ModelHandlers.ShowAsync)
    {
        Doc = new("Shows what the purchases model expected and what came, as a page") { Query = [AsOf], ResponseMedia = "text/html" },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        RequestScoringRun, ReadScoringRun, ReadLatestScoring, ExportScores, ReadScoringModel, ShowScoringModel,
    ];
}
