
namespace UserOps.Domain.Events;

/// <summary>
/// base32(SHA-256(source, dedupe key)), 26 characters: the same for every delivery of an event, whoever the user turns out to be.
/// </summary>
public readonly record struct EventId(string Value) : IComparable<EventId>
{
    public static EventId Of(string source, string dedupeKey) => new(HashText.Of(source, dedupeKey));

    public int CompareTo(EventId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
