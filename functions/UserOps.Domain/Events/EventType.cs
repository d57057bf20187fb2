using System.Text.Json.Serialization;

namespace UserOps.Domain.Events;

/// <summary>The six calls of the Segment specification; webhooks and CloudEvents map onto <see cref="Track"/> and <see cref="Identify"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventType>))]
public enum EventType
{
    Track,
    Identify,
    Page,
    Screen,
    Group,
    Alias,
}
