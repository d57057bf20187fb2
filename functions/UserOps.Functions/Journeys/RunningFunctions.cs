using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;

namespace UserOps.Functions.Journeys;

public static class RunningFunctions
{
    [Function("StartJourney")]
    public static Task<IResult> StartJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/runs")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.StartJourney);

    [Function("ListJourneyRuns")]
    public static Task<IResult> ListJourneyRuns([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}/runs")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ListJourneyRuns);

    [Function("ReadJourneyRun")]
    public static Task<IResult> ReadJourneyRun([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}/runs/{run}")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ReadJourneyRun);

    [Function("ReadUserJourneys")]
    public static Task<IResult> ReadUserJourneys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/journeys")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ReadUserJourneys);

    [Function("PauseJourneyRun")]
    public static Task<IResult> PauseJourneyRun([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/runs/{run}/pause")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.PauseJourneyRun);

    [Function("ResumeJourneyRun")]
    public static Task<IResult> ResumeJourneyRun([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/runs/{run}/resume")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ResumeJourneyRun);

    [Function("CancelJourneyRun")]
    public static Task<IResult> CancelJourneyRun([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/runs/{run}/cancel")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.CancelJourneyRun);

    [Function("PauseJourney")]
    public static Task<IResult> PauseJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/pause")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.PauseJourney);

    [Function("ResumeJourney")]
    public static Task<IResult> ResumeJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/resume")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ResumeJourney);

    [Function("CancelJourney")]
    public static Task<IResult> CancelJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/cancel")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.CancelJourney);

    [Function("MigrateJourney")]
    public static Task<IResult> MigrateJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/migrations")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.MigrateJourney);

    [Function("ReadJourneyFunnel")]
    public static Task<IResult> ReadJourneyFunnel([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}/funnel")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ReadJourneyFunnel);

    [Function("ListJourneyJobs")]
    public static Task<IResult> ListJourneyJobs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}/jobs")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ListJourneyJobs);

    [Function("ReadJourneyJob")]
    public static Task<IResult> ReadJourneyJob([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/jobs/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.ReadJourneyJob);

    [Function("CancelJourneyJob")]
    public static Task<IResult> CancelJourneyJob([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/jobs/{id}/cancel")] HttpRequest request) =>
        Gate.RunAsync(request, RunningRoutes.CancelJourneyJob);
}
