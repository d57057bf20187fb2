using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Orders;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Domain.Events;

/// <summary>
/// One thing that happened to one user, in the suite's own form: what every intake maps to, what a queue message carries and what is stored.
/// </summary>
public sealed record UserEvent
{
    /// <summary>Who sent it: <c>segment:{write key name}</c>, <c>{webhook source name}</c>, <c>cloudevents:{source}</c> or <c>import</c>. Part of the dedupe key.</summary>
    public required string Source { get; init; }

    /// <summary>Equal for every delivery of the same event within its source.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>First eight bytes of a SHA-256 over what the sender sent for this event: tells a repeated delivery from a reused key.</summary>
    public required long ContentHash { get; init; }

    public required EventType Type { get; init; }

    /// <summary>Title case, as in the Segment e-commerce specification: <c>Order Completed</c>. For identify, group and alias the call's own name.</summary>
    public required string Name { get; init; }

    /// <summary>UTC, when it happened by the sender's clock; clamped to the receipt when the clock was ahead.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The sender's clock was more than <see cref="EventClock.Tolerance"/> ahead of the receipt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ClockClamped { get; init; }

    public required Identity Identity { get; init; }

    /// <summary>Alias only: the identifier that from now on means the same person as <see cref="Identity"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreviousId { get; init; }

    /// <summary>What the event says about the person; last write wins per name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>Tags that were put on (true) or taken off, by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, bool>? Tags { get; init; }

    /// <summary>Of tags that were put on: how long they hold and what they carry, by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, TagTerm>? TagTerms { get; init; }

    /// <summary>Tags that the sender spoke of in vain, ascending: they were retired, or go by a rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? TagsIgnored { get; init; }

    /// <summary>What the event says about itself: a JSON object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Properties { get; init; }

    /// <summary>What the event says about one order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderChange? Order { get; init; }

    [JsonIgnore]
    public EventId Id => EventId.Of(Source, DedupeKey);
}
