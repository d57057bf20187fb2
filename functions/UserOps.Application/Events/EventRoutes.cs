using UserOps.Application.Events.CloudEvents;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Events.Segment;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Http;

namespace UserOps.Application.Events;

public static class EventRoutes
{
    public static readonly Route SegmentCall = new("SegmentCall", "POST", "api/v1/{call}", Access.WriteKey, SegmentHandlers.Call, Route.IntakeBody);

    public static readonly Route SegmentPreflight = new("SegmentPreflight", "OPTIONS", "api/v1/{call}", Access.Public, SegmentHandlers.Preflight);

    public static readonly Route ReceiveWebhook = new("ReceiveWebhook", "POST", "api/webhooks/{source}", Access.Signed, WebhookHandlers.Receive, Route.IntakeBody);

    public static readonly Route ReceiveEvents = new("ReceiveEvents", "POST", "api/events", Access.WriteKey, CloudEventHandlers.Receive, Route.IntakeBody);

    public static readonly Route ValidateEventSender = new("ValidateEventSender", "OPTIONS", "api/events", Access.Public, CloudEventHandlers.Validate);

    public static readonly Route ListRejectedEvents = new("ListRejectedEvents", "GET", "api/events/rejected", Access.Marketer, RejectedEventHandlers.List);

    public static IReadOnlyList<Route> All { get; } =
    [
        SegmentCall, SegmentPreflight, ReceiveWebhook, ReceiveEvents, ValidateEventSender, ListRejectedEvents,
    ];
}
