using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>An event on its way in, with the bytes it travelled in, so that what was queued is what is stored.</summary>
public sealed record IncomingEvent(UserEvent Event, ReadOnlyMemory<byte> Json)
{
    public EventId Id { get; } = Event.Id;

    public static IncomingEvent Of(UserEvent said) => new(said, JsonSerializer.SerializeToUtf8Bytes(said, EventJson.Compact.UserEvent));

    public static IncomingEvent Read(ReadOnlyMemory<byte> json) =>
        new(JsonSerializer.Deserialize(json.Span, EventJson.Compact.UserEvent) ?? throw new InvalidDataException("A queued event is null."), json);
}
