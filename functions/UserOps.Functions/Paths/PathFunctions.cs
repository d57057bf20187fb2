using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Paths;

namespace UserOps.Functions.Paths;

public static class PathFunctions
{
    [Function("FindPaths")]
    public static Task<IResult> FindPaths([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/paths")] HttpRequest request) =>
        Gate.RunAsync(request, PathRoutes.FindPaths);

    [Function("ReadPaths")]
    public static Task<IResult> ReadPaths([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/paths/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, PathRoutes.ReadPaths);
}
