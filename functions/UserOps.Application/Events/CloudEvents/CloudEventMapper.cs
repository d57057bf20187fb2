using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Events.Forms;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.CloudEvents;

/// <summary>
/// CloudEvents and Event Grid events: <c>type</c> is the event's name, <c>source</c> and <c>id</c> know it again, <c>data</c> has the suite's own form
/// (<see cref="EventForm"/>). Where the data names nobody, <c>subject</c> does: <c>user:42</c>, <c>customer:shop:42</c>, <c>email:a@b.example</c>, <c>anonymous:x</c>,
/// or a bare user id; a path is no person.
/// </summary>
internal sealed class CloudEventMapper(WriteKey key, UserOpsSettings settings, DateTimeOffset receivedAt)
{
    public IntakeOutcome MapBatch(JsonElement batch)
    {
        var accepted = new List<UserEvent>(batch.GetArrayLength());
        var rejected = new List<RejectedEvent>();
        var index = 0;
        foreach (var item in batch.EnumerateArray())
        {
            var fault = new Fault();
            if (Map(item, item.At("data"u8), JsonMarshal.GetRawUtf8Value(item), fault) is { } mapped)
            {
                accepted.Add(mapped);
            }
            else
            {
                rejected.Add(Rejection.Of(key.Name, index, fault.Path($"[{index}]"), fault.Reason, item));
            }

            index++;
        }

        return new(accepted, rejected);
    }

    public IntakeOutcome MapOne(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Array)
        {
            return IntakeOutcome.Of(Rejection.Of(
                key.Name, 0, "body", $"holds {item.GetArrayLength()} events; {settings.Limits.BatchEvents} are the most", item));
        }

        return MapOne(item, item.At("data"u8), JsonMarshal.GetRawUtf8Value(item));
    }

    /// <param name="data">The body; undefined when it is empty.</param>
    public IntakeOutcome MapBinary(IHeaderDictionary headers, JsonElement data, ReadOnlySpan<byte> sent) => MapOne(BinaryHeaders.Read(headers), data, sent);

    private IntakeOutcome MapOne(JsonElement attributes, JsonElement data, ReadOnlySpan<byte> sent)
    {
        var fault = new Fault();
        return Map(attributes, data, sent, fault) is { } mapped
            ? IntakeOutcome.Of([mapped])
            : IntakeOutcome.Of(Rejection.Of(key.Name, 0, fault.Path("body"), fault.Reason, sent));
    }

    private UserEvent? Map(JsonElement item, JsonElement data, ReadOnlySpan<byte> sent, Fault fault)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            fault.Note("", "must be an object");
        }
        else if (sent.Length > settings.Limits.EventBytes)
        {
            fault.Note("", $"is larger than {settings.Limits.EventBytes} bytes");
        }

        if (fault.Found)
        {
            return null;
        }

        var grid = EventGrid.IsGridEvent(item);
        if (!grid && item.TextAt("specversion"u8) != "1.0")
        {
            fault.Note("specversion", item.At("specversion"u8).IsPresent() ? "must be \"1.0\"" : "is missing");
        }

        if (item.At("data_base64"u8).IsPresent())
        {
            fault.Note("data_base64", "is not read; send JSON as data");
        }

        var id = Ids.Required(item.At("id"u8), "id", fault);
        var source = grid ? Ids.Any(item.At("topic"u8), "topic", fault) ?? "eventgrid" : Ids.Required(item.At("source"u8), "source", fault);
        if (id is null || source is null)
        {
            return null;
        }

        return EventForm.Map(
            new()
            {
                Source = $"cloudevents:{source}",
                DedupeKey = id,
                ContentHash = HashText.Short(sent),
                ReceivedAt = receivedAt,
                Currency = settings.Workspace.Currency,
                TypeField = grid ? "eventType" : "type",
                Type = grid ? item.At("eventType"u8) : item.At("type"u8),
                TimeField = grid ? "eventTime" : "time",
                Time = grid ? item.At("eventTime"u8) : item.At("time"u8),
                Data = data,
                Subject = Subject(item.TextAt("subject"u8)),
            },
            fault);
    }

    private static Identifier? Subject(string? subject) =>
        subject is { Length: <= Ids.MaxLength } && !subject.Contains('/', StringComparison.Ordinal) ? Identifier.Parse(subject) : null;
}
