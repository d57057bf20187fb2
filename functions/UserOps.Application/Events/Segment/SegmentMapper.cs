using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Segment;

/// <summary>
/// Maps calls of the Segment specification. Source: https://www.twilio.com/docs/segment/spec. One for each request; it runs for every event, so it makes no
/// more objects than the event itself has.
/// </summary>
internal sealed class SegmentMapper(WriteKey key, string currency, DateTimeOffset receivedAt)
{
    private const int MaxNameLength = 256;

    public string Source { get; } = $"segment:{key.Name}";

    /// <param name="call">An object.</param>
    /// <param name="named">The call that the address names; null in a batch, where each event names its own.</param>
    /// <returns>Null after noting a fault.</returns>
    public UserEvent? Map(JsonElement call, EventType? named, Fault fault)
    {
        if (call.ValueKind != JsonValueKind.Object)
        {
            fault.Note("", "must be an object");
            return null;
        }

        var fields = SegmentFields.Of(call);
        var type = ReadType(fields.Type, named, fault);
        var name = ReadName(type, fields, fault);
        var identity = ReadIdentity(type, fields, fault);
        var previousId = type == EventType.Alias ? ReadPreviousId(fields.PreviousId, fault) : null;
        var properties = ReadProperties(type, fields, fault);
        var claimed = Instants.Read(fields.Timestamp, "timestamp", fault) ?? receivedAt;
        var messageId = Ids.Any(fields.MessageId, "messageId", fault);
        if (fault.Found)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[32];
        if (fields.ChangesPerTry)
        {
            ContentBytes.HashWithout(call, SegmentFields.IsPerTry, hash);
        }
        else
        {
            ContentBytes.Hash(call, hash);
        }

        var (occurredAt, clamped) = EventClock.Clamp(claimed, receivedAt);
        var dedupeKey = messageId ?? $"sha256:{HashText.Encode(hash)}";
        var order = type == EventType.Track && EventNames.OrderEvent(name) is { } orderEvent
            ? SegmentOrders.Read(name = orderEvent, properties, new(Source, dedupeKey, occurredAt, currency), fault)
            : null;
        return fault.Found ? null : new()
        {
            Source = Source,
            DedupeKey = dedupeKey,
            ContentHash = ContentBytes.Short(hash),
            Type = type,
            Name = name,
            OccurredAt = occurredAt,
            ReceivedAt = receivedAt,
            ClockClamped = clamped,
            Identity = identity,
            PreviousId = previousId,
            Traits = JsonObjects.AsTraits(PersonTraits(type, fields)),
            Properties = properties,
            Order = order,
        };
    }

    private static EventType ReadType(JsonElement value, EventType? named, Fault fault)
    {
        if (!value.IsPresent() && named is { } implied)
        {
            return implied;
        }

        var type = SegmentTypes.Read(value);
        if (type is null)
        {
            fault.Note("type", "must be track, identify, page, screen, group or alias");
        }
        else if (named is not null && type != named)
        {
            fault.Note("type", "is another call than the address names");
        }

        return type ?? EventType.Track;
    }

    private static string ReadName(EventType type, in SegmentFields fields, Fault fault)
    {
        switch (type)
        {
            case EventType.Page: return EventNames.PageViewed;
            case EventType.Screen: return EventNames.ScreenViewed;
            case EventType.Track: break;
            default: return SegmentTypes.NameOf(type);
        }

        var name = fields.Event.ValueKind == JsonValueKind.String ? fields.Event.GetString()!.Trim() : "";
        if (name.Length is 0 or > MaxNameLength)
        {
            fault.Note("event", $"must be the event's name, 1 to {MaxNameLength} characters");
        }

        return name;
    }

    private Identity ReadIdentity(EventType type, in SegmentFields fields, Fault fault)
    {
        var userId = Ids.Person(fields.UserId, "userId", fault);
        var anonymousId = Ids.Person(fields.AnonymousId, "anonymousId", fault);
        var email = Emails.Read(PersonTraits(type, fields).At("email"u8));
        if (type == EventType.Alias ? userId is null : userId is null && anonymousId is null && !(key.Trusted && email is not null))
        {
            fault.Note("userId", "is missing or a placeholder, and nothing else names anybody");
        }

        return new() { UserId = userId, AnonymousId = anonymousId, Email = email, Trusted = key.Trusted };
    }

    private static string? ReadPreviousId(JsonElement value, Fault fault)
    {
        var previousId = Ids.Person(value, "previousId", fault);
        if (previousId is null)
        {
            fault.Note("previousId", "is missing or a placeholder");
        }

        return previousId;
    }

    /// <summary>A group call's own traits are the group's; everything but identify tells the person's in the context.</summary>
    private static JsonElement PersonTraits(EventType type, in SegmentFields fields) =>
        type == EventType.Identify && fields.Traits.IsPresent() ? fields.Traits : fields.Context.At("traits"u8);

    private static JsonElement? ReadProperties(EventType type, in SegmentFields fields, Fault fault)
    {
        if (fields.Properties.IsPresent() && fields.Properties.ValueKind != JsonValueKind.Object)
        {
            fault.Note("properties", "must be an object");
        }
        else if (fields.Traits.IsPresent() && fields.Traits.ValueKind != JsonValueKind.Object)
        {
            fault.Note("traits", "must be an object");
        }

        if (fault.Found)
        {
            return null;
        }

        return type switch
        {
            EventType.Page or EventType.Screen => SegmentProperties.OfView(fields),
            EventType.Group => SegmentProperties.OfGroup(fields, fault),
            _ => fields.Properties.IsPresent() ? fields.Properties : null,
        };
    }
}
