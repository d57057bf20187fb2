using UserOps.Application.Events.CloudEvents;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Events.Segment;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Http;

namespace UserOps.Application.Events;

public static class EventRoutes
{
    public static readonly Route SegmentCall = new("SegmentCall", "POST", "api/v1/{call}", Access.WriteKey, SegmentHandlers.Call, Route.IntakeBody)
    {
        Doc = new("Takes calls of the Segment HTTP API: track, identify, page, screen, group, alias, batch") { RequestMedia = "application/json", Response = typeof(IntakeAnswer) },
    };

    public static readonly Route SegmentPreflight = new("SegmentPreflight", "OPTIONS", "api/v1/{call}", Access.Public, SegmentHandlers.Preflight)
    {
        Doc = new("Lets pages of other origins send calls") { Status = 204 },
    };

    public static readonly Route ReceiveWebhook = new("ReceiveWebhook", "POST", "api/webhooks/{source}", Access.Signed, WebhookHandlers.Receive, Route.IntakeBody)
    {
        Doc = new("Takes a webhook of a configured source, signed as that source signs") { RequestMedia = "application/json" },
    };

    public static readonly Route ReceiveEvents = new("ReceiveEvents", "POST", "api/events", Access.WriteKey, CloudEventHandlers.Receive, Route.IntakeBody)
    {
        Doc = new("Takes CloudEvents 1.0 and Event Grid events") { RequestMedia = "application/cloudevents+json", Response = typeof(IntakeAnswer) },
    };

    public static readonly Route ValidateEventSender = new("ValidateEventSender", "OPTIONS", "api/events", Access.Public, CloudEventHandlers.Validate)
    {
        Doc = new("Answers the handshake of CloudEvents senders"),
    };

    public static readonly Route ListRejectedEvents = new("ListRejectedEvents", "GET", "api/events/rejected", Access.Marketer, RejectedEventHandlers.List)
    {
        Doc = new("Lists events that could not be taken, with the field at fault")
        {
            Query = [new("day", "string", "Workspace day; today without it.", "date"), new("limit", "integer", "1 to 1,000; 100 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(RejectedPage),
        },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        SegmentCall, SegmentPreflight, ReceiveWebhook, ReceiveEvents, ValidateEventSender, ListRejectedEvents,
    ];
}
