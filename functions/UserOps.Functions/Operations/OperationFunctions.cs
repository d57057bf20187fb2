using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Http.OpenApi;
using UserOps.Application.Operations;

namespace UserOps.Functions.Operations;

public static class OperationFunctions
{
    [Function("Health")]
    public static Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request) =>
        Gate.RunAsync(request, HealthRoutes.Health);

    [Function("ListDeadLetters")]
    public static Task<IResult> ListDeadLetters([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dead-letters")] HttpRequest request) =>
        Gate.RunAsync(request, DeadLetterRoutes.ListDeadLetters);

    [Function("ReplayDeadLetter")]
    public static Task<IResult> ReplayDeadLetter([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{id}/replay")] HttpRequest request) =>
        Gate.RunAsync(request, DeadLetterRoutes.ReplayDeadLetter);

    [Function("ReplayDeadLetters")]
    public static Task<IResult> ReplayDeadLetters([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/replay")] HttpRequest request) =>
        Gate.RunAsync(request, DeadLetterRoutes.ReplayDeadLetters);

    [Function("ReadOpenApi")]
    public static Task<IResult> ReadOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Gate.RunAsync(request, OpenApiRoutes.ReadOpenApi);
}
