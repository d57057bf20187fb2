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

    [Function("ListTags")]
    public static Task<IResult> ListTags([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tags")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ListTags);

    [Function("ReadTag")]
    public static Task<IResult> ReadTag([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tags/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ReadTag);

    [Function("ReadTagHistory")]
    public static Task<IResult> ReadTagHistory([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tags/{key}/history")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ReadTagHistory);

    [Function("ReadTagUsage")]
    public static Task<IResult> ReadTagUsage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tags/{key}/usage")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ReadTagUsage);

    [Function("SaveTag")]
    public static Task<IResult> SaveTag([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/tags/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.SaveTag);

    [Function("ActivateTag")]
    public static Task<IResult> ActivateTag([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tags/{key}/activate")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ActivateTag);

    [Function("RetireTag")]
    public static Task<IResult> RetireTag([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tags/{key}/retire")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.RetireTag);

    [Function("ValidateTag")]
    public static Task<IResult> ValidateTag([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tags/validate")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ValidateTag);

    [Function("TagPeople")]
    public static Task<IResult> TagPeople([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tags/{key}/people")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.TagPeople);

    [Function("ListTagJobs")]
    public static Task<IResult> ListTagJobs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tags/{key}/jobs")] HttpRequest request) =>
        Gate.RunAsync(request, TagRoutes.ListTagJobs);
}
