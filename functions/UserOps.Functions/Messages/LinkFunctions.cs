using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Messages.Engagement;

namespace UserOps.Functions.Messages;

public static class LinkFunctions
{
    [Function("AskUnsubscribe")]
    public static Task<IResult> AskUnsubscribe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "u/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.AskUnsubscribe);

    [Function("Unsubscribe")]
    public static Task<IResult> Unsubscribe([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.Unsubscribe);

    [Function("ShowPreferences")]
    public static Task<IResult> ShowPreferences([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "p/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.ShowPreferences);

    [Function("SavePreferences")]
    public static Task<IResult> SavePreferences([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "p/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.SavePreferences);

    [Function("FollowLink")]
    public static Task<IResult> FollowLink([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "c/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.FollowLink);

    [Function("ShowPixel")]
    public static Task<IResult> ShowPixel([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "o/{token}")] HttpRequest request) =>
        Gate.RunAsync(request, LinkRoutes.ShowPixel);
}
