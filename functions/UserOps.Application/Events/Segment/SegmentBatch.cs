using System.Runtime.InteropServices;
using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Segment;

/// <summary>From a parsed body to events and refusals. Pure.</summary>
internal static class SegmentBatch
{
    public static IntakeOutcome Map(JsonElement body, SegmentMapper mapper, LimitSettings limits)
    {
        var batch = body.At("batch"u8);
        if (batch.ValueKind != JsonValueKind.Array)
        {
            return IntakeOutcome.Of(Rejection.Of(mapper.Source, 0, "batch", "must be an array of events", body));
        }

        var count = batch.GetArrayLength();
        if (count > limits.BatchEvents)
        {
            // 400 rather than 413: the same batch can never fit, and 400 is the one answer after which no client tries again.
            return IntakeOutcome.Of(Rejection.Of(mapper.Source, 0, "batch", $"holds {count} events; {limits.BatchEvents} are the most", body));
        }

        var accepted = new List<UserEvent>(count);
        var rejected = new List<RejectedEvent>();
        var fault = new Fault();
        var index = 0;
        foreach (var call in batch.EnumerateArray())
        {
            if (Map(call, null, mapper, limits, fault) is { } mapped)
            {
                accepted.Add(mapped);
            }
            else
            {
                rejected.Add(Rejection.Of(mapper.Source, index, fault.Path($"batch[{index}]"), fault.Reason, call));
                fault = new();
            }

            index++;
        }

        return new(accepted, rejected);
    }

    public static IntakeOutcome MapOne(JsonElement call, EventType named, SegmentMapper mapper, LimitSettings limits)
    {
        var fault = new Fault();
        return Map(call, named, mapper, limits, fault) is { } mapped
            ? IntakeOutcome.Of([mapped])
            : IntakeOutcome.Of(Rejection.Of(mapper.Source, 0, fault.Path("body"), fault.Reason, call));
    }

    private static UserEvent? Map(JsonElement call, EventType? named, SegmentMapper mapper, LimitSettings limits, Fault fault)
    {
        if (JsonMarshal.GetRawUtf8Value(call).Length > limits.EventBytes)
        {
            fault.Note("", $"is larger than {limits.EventBytes} bytes");
            return null;
        }

        return mapper.Map(call, named, fault);
    }
}
