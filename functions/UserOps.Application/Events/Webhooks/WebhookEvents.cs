using System.Text;
using UserOps.Application.Events.Reading;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks;

/// <summary>
/// Makes the events of one delivery. Facts ride on the event that has the delivery's own key, so that no deduplication can lose them. What is raised once
/// for an order, however many deliveries announce it, is an event of its own without facts, known by the order.
/// </summary>
internal sealed class WebhookEvents(WebhookDelivery delivery, string dedupeKey)
{
    public string Source => delivery.Source;

    public string Currency => delivery.Currency;

    public DateTimeOffset ReceivedAt => delivery.ReceivedAt;

    public Fault Fault { get; } = new();

    /// <summary>An instant of the sender's clock, no later than the receipt.</summary>
    public DateTimeOffset Past(DateTimeOffset claimed) => EventClock.Clamp(claimed, ReceivedAt).OccurredAt;

    public UserEvent Told(string name, DateTimeOffset at, Identity identity, EventContent content, EventType type = EventType.Track) =>
        Make(type, name, dedupeKey, HashText.Short(delivery.Body.Span), at, identity, content);

    /// <param name="key">Unique within the source and equal for every announcement; so is the content hash, since their bodies differ.</param>
    public UserEvent Once(string name, string key, DateTimeOffset at, Identity identity, EventContent content) =>
        Make(EventType.Track, name, key, HashText.Short(Encoding.UTF8.GetBytes(key)), at, identity, content);

    public WebhookContent.Malformed Malformed() =>
        new(Rejection.Of(Source, 0, Fault.Path("body"), Fault.Reason, delivery.Body.Span));

    public WebhookContent.Mapped NamesNobody() =>
        new(IntakeOutcome.Of(Rejection.Of(Source, 0, "customer", "names no customer: there is neither an id nor an e-mail address", delivery.Body.Span)));

    private UserEvent Make(EventType type, string name, string key, long hash, DateTimeOffset at, Identity identity, EventContent content)
    {
        var (occurredAt, clamped) = EventClock.Clamp(at, ReceivedAt);
        return new()
        {
            Source = Source,
            DedupeKey = key,
            ContentHash = hash,
            Type = type,
            Name = name,
            OccurredAt = occurredAt,
            ReceivedAt = ReceivedAt,
            ClockClamped = clamped,
            Identity = identity,
            Traits = content.Traits,
            Properties = content.Properties,
            Order = content.Order,
        };
    }
}
