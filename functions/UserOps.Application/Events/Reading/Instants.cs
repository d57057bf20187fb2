using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Reading;

/// <summary>Instants in JSON: ISO 8601; one without an offset is UTC, since no sender means the clock of this machine.</summary>
internal static class Instants
{
    /// <summary>Nothing that anybody tracks happened before; a zero date is a client's unset field.</summary>
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    /// <returns>UTC; null when absent or null, or after noting a fault.</returns>
    public static DateTimeOffset? Read(JsonElement value, string field, Fault fault)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (TryRead(value, out var instant))
        {
            return instant;
        }

        fault.Note(field, "must be an ISO 8601 date and time since 1970, such as 2026-01-31T18:30:00Z");
        return null;
    }

    /// <summary>As <see cref="Read"/>, and what lies ahead of the receipt is pulled back to it.</summary>
    public static DateTimeOffset? ReadPast(JsonElement value, string field, DateTimeOffset receivedAt, Fault fault) =>
        Read(value, field, fault) is { } instant ? EventClock.Clamp(instant, receivedAt).OccurredAt : null;

    /// <summary>Seconds since 1970, as Stripe gives them.</summary>
    public static DateTimeOffset? ReadUnix(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static bool TryRead(JsonElement value, out DateTimeOffset instant)
    {
        instant = default;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        if (JsonMarshal.GetRawUtf8Value(value) is [.., (byte)'Z', (byte)'"'])
        {
            return value.TryGetDateTimeOffset(out instant) && instant >= Earliest;
        }

        // The first check keeps out what only a lenient parser takes, such as 1/2/2026; the second reads a missing offset as UTC.
        return value.TryGetDateTime(out _)
            && DateTimeOffset.TryParse(
                value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
            && instant >= Earliest;
    }
}
