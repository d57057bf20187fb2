using UserOps.Application.Events.CloudEvents;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Events.Segment;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Http;

namespace UserOps.Application.Events;

public static class EventRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("SegmentCall", "POST", "api/v1/{call}", Access.WriteKey, SegmentHandlers.Call, Route.IntakeBody),
        new("SegmentPreflight", "OPTIONS", "api/v1/{call}", Access.Public, SegmentHandlers.Preflight),
        new("ReceiveWebhook", "POST", "api/webhooks/{source}", Access.Signed, WebhookHandlers.Receive, Route.IntakeBody),
        new("ReceiveEvents", "POST", "api/events", Access.WriteKey, CloudEventHandlers.Receive, Route.IntakeBody),
        new("ValidateEventSender", "OPTIONS", "api/events", Access.Public, CloudEventHandlers.Validate),
        new("ListRejectedEvents", "GET", "api/events/rejected", Access.Marketer, RejectedEventHandlers.List),
    ];
}
