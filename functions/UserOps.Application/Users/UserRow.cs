using UserOps.Domain.Events;
using UserOps.Application.Storage;

namespace UserOps.Application.Users;

/// <summary>Row keys within a user's partition.</summary>
public static class UserRow
{
    public const string Profile = "p";
    public const string MarkerPrefix = "d~";
    public const string EventPrefix = "e~";
    public const string OrderPrefix = "o~";
    public const string OutboxPrefix = "x~";

    public static TableKey Marker(EventId id) => MarkerPrefix + id.Value;

    /// <summary>By the instant it happened, 19 digits of UTC ticks, then by id.</summary>
    public static TableKey Event(DateTimeOffset occurredAt, EventId id) => $"{EventPrefix}{occurredAt.UtcTicks:D19}~{id.Value}";

    /// <summary>Where the events of an instant and later begin.</summary>
    public static string EventsFrom(DateTimeOffset instant) => $"{EventPrefix}{instant.UtcTicks:D19}";

    public static TableKey Order(string orderHash) => OrderPrefix + orderHash;

    public static TableKey Outbox(long rev) => $"{OutboxPrefix}{rev:D12}";
}
