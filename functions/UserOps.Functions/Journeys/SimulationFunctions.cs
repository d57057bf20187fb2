using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Simulation;

namespace UserOps.Functions.Journeys;

public static class SimulationFunctions
{
    [Function("SimulateJourney")]
    public static Task<IResult> SimulateJourney([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/journeys/{key}/simulate")] HttpRequest request) =>
        Gate.RunAsync(request, SimulationRoutes.SimulateJourney);
}
