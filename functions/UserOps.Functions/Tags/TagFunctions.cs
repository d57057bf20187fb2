using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Tags;

namespace UserOps.Functions.Tags;

public static class TagFunctions
{
    [Function("TagUser")]
    public static Task<IResult> TagUser([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users/{id}/tags")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.TagUser);
}
