using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Messages.Engagement;

namespace UserOps.Functions.Messages;

public static class EngagementFunctions
{
    [Function("ReceiveReport")]
    public static Task<IResult> ReceiveReport([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/messages/reports/{channel}")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.ReceiveReport);

    [Function("ReadMessages")]
    public static Task<IResult> ReadMessages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/messages")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.ReadMessages);

    [Function("ReadConsent")]
    public static Task<IResult> ReadConsent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/consent")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.ReadConsent);

    [Function("ReadInbox")]
    public static Task<IResult> ReadInbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/inbox")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.ReadInbox);

    [Function("MarkInboxRead")]
    public static Task<IResult> MarkInboxRead([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users/{id}/inbox/{message}/read")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.MarkInboxRead);

    [Function("FindSuppression")]
    public static Task<IResult> FindSuppression([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/suppressions/find")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.FindSuppression);

    [Function("RemoveSuppression")]
    public static Task<IResult> RemoveSuppression([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/suppressions/remove")] HttpRequest request) =>
        Gate.RunAsync(request, EngagementRoutes.RemoveSuppression);
}
