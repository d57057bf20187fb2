using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Journeys;

namespace UserOps.Functions.Journeys;

public static class JourneyFunctions
{
    [Function("ListJourneys")]
    public static Task<IResult> ListJourneys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ListJourneys);

    [Function("ReadJourney")]
    public static Task<IResult> ReadJourney([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ReadJourney);

    [Function("ReadJourneyVersion")]
    public static Task<IResult> ReadJourneyVersion([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/{key}/versions/{version}")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ReadJourneyVersion);

    [Function("SaveJourney")]
    public static Task<IResult> SaveJourney([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/journeys/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.SaveJourney);

    [Function("PublishJourney")]
    public static Task<IResult> PublishJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/publish")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.PublishJourney);

    [Function("ArchiveJourney")]
    public static Task<IResult> ArchiveJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/archive")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ArchiveJourney);

    [Function("ValidateJourney")]
    public static Task<IResult> ValidateJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/validate")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ValidateJourney);

    [Function("ReadJourneySchema")]
    public static Task<IResult> ReadJourneySchema([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/schema")] HttpRequest request) =>
        Gate.RunAsync(request, JourneyRoutes.ReadJourneySchema);

    [Function("ListOverdueRuns")]
    public static Task<IResult> ListOverdueRuns([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/journeys/overdue")] HttpRequest request) =>
        Gate.RunAsync(request, OverdueRoutes.ListOverdueRuns);
}
