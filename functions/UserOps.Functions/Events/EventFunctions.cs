using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Events;
using UserOps.Application.Http;

namespace UserOps.Functions.Events;

public static class EventFunctions
{
    [Function("SegmentCall")]
    public static Task<IResult> SegmentCall([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/{call}")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.SegmentCall);

    [Function("SegmentPreflight")]
    public static Task<IResult> SegmentPreflight([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/v1/{call}")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.SegmentPreflight);

    [Function("ReceiveWebhook")]
    public static Task<IResult> ReceiveWebhook([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/{source}")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.ReceiveWebhook);

    [Function("ReceiveEvents")]
    public static Task<IResult> ReceiveEvents([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/events")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.ReceiveEvents);

    [Function("ValidateEventSender")]
    public static Task<IResult> ValidateEventSender([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/events")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.ValidateEventSender);

    [Function("ListRejectedEvents")]
    public static Task<IResult> ListRejectedEvents([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/rejected")] HttpRequest request) =>
        Gate.RunAsync(request, EventRoutes.ListRejectedEvents);
}
