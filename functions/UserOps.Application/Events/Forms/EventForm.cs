using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Forms;

/// <summary>
/// The suite's own form of an event, for senders that can choose theirs. The carrier has the name and the time; <c>data</c> is an object with <c>userId</c> or
/// <c>customerId</c> (the sender's own), <c>anonymousId</c>, <c>email</c>, <c>traits</c>, <c>properties</c> and <c>order</c> (see <see cref="OrderForm"/>). Without
/// <c>properties</c> the event's properties are the order, or else the data without the fields named here.
/// </summary>
internal static class EventForm
{
    private const int MaxNameLength = 256;
    private static readonly string[] Named = ["userId", "customerId", "anonymousId", "email", "traits", "properties", "order"];

    /// <returns>Null after noting a fault.</returns>
    public static UserEvent? Map(EventEnvelope envelope, Fault fault)
    {
        var (data, type) = (envelope.Data, envelope.Type);
        if (data.IsPresent() && data.ValueKind != JsonValueKind.Object)
        {
            fault.Note("data", "must be an object");
            return null;
        }

        var name = type.ValueKind == JsonValueKind.String ? type.GetString()!.Trim() : "";
        if (name.Length is 0 or > MaxNameLength)
        {
            fault.Note(envelope.TypeField, type.IsPresent() ? $"must be the event's name, 1 to {MaxNameLength} characters" : "is missing");
        }

        name = EventNames.OrderEvent(name) ?? name;
        var claimed = Instants.Read(envelope.Time, envelope.TimeField, fault) ?? envelope.ReceivedAt;
        var (occurredAt, clamped) = EventClock.Clamp(claimed, envelope.ReceivedAt);
        var order = OrderForm.Read(name, occurredAt, envelope, fault);
        var identity = PersonForm.Read(envelope, order, fault);
        var properties = Properties(data, fault);
        var traits = data.At("traits"u8);
        if (traits.IsPresent() && traits.ValueKind != JsonValueKind.Object)
        {
            fault.Note("data.traits", "must be an object");
        }

        return fault.Found ? null : new()
        {
            Source = envelope.Source,
            DedupeKey = envelope.DedupeKey,
            ContentHash = envelope.ContentHash,
            Type = name is "Identify" or EventNames.CustomerCreated or EventNames.CustomerUpdated ? EventType.Identify : EventType.Track,
            Name = name,
            OccurredAt = occurredAt,
            ReceivedAt = envelope.ReceivedAt,
            ClockClamped = clamped,
            Identity = identity,
            Traits = JsonObjects.AsTraits(traits),
            Properties = properties,
            Order = order,
        };
    }

    private static JsonElement? Properties(JsonElement data, Fault fault)
    {
        var properties = data.At("properties"u8);
        if (properties.IsPresent())
        {
            if (properties.ValueKind != JsonValueKind.Object)
            {
                fault.Note("data.properties", "must be an object");
            }

            return properties;
        }

        if (data.At("order"u8) is { ValueKind: JsonValueKind.Object } order)
        {
            return order;
        }

        if (data.ValueKind != JsonValueKind.Object || data.EnumerateObject().All(property => Named.Contains(property.Name)))
        {
            return null;
        }

        return JsonObjects.Make(writer =>
        {
            foreach (var property in data.EnumerateObject().Where(property => !Named.Contains(property.Name)))
            {
                property.WriteTo(writer);
            }
        });
    }
}
