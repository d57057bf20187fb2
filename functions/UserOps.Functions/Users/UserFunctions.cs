using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Users;

namespace UserOps.Functions.Users;

public static class UserFunctions
{
    [Function("SearchUsers")]
    public static Task<IResult> SearchUsers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users")] HttpRequest request) =>
        Gate.RunAsync(request, UserRoutes.SearchUsers);

    [Function("ReadUser")]
    public static Task<IResult> ReadUser([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, UserRoutes.ReadUser);

    [Function("ReadTimeline")]
    public static Task<IResult> ReadTimeline([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/timeline")] HttpRequest request) =>
        Gate.RunAsync(request, UserRoutes.ReadTimeline);

    [Function("MergeUsers")]
    public static Task<IResult> MergeUsers([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users/merge")] HttpRequest request) =>
        Gate.RunAsync(request, UserRoutes.MergeUsers);
}
