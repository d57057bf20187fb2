using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

public static class ScoringFunctions
{
    [Function("RequestScoringRun")]
    public static Task<IResult> RequestScoringRun([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scoring/runs")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.RequestScoringRun);

    [Function("ReadScoringRun")]
    public static Task<IResult> ReadScoringRun([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scoring/runs/{date}")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.ReadScoringRun);

    [Function("ReadLatestScoring")]
    public static Task<IResult> ReadLatestScoring([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scoring/latest")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.ReadLatestScoring);

    [Function("ExportScores")]
    public static Task<IResult> ExportScores([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scoring/scores.csv")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.ExportScores);

    [Function("ReadScoringModel")]
    public static Task<IResult> ReadScoringModel([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scoring/model")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.ReadScoringModel);

    [Function("ShowScoringModel")]
    public static Task<IResult> ShowScoringModel([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scoring/model")] HttpRequest request) =>
        Gate.RunAsync(request, ScoringRoutes.ShowScoringModel);
}
