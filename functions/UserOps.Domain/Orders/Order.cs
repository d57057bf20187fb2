using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Orders;

/// <summary>What is known of one order: a join-semilattice of facts, so that adding them is commutative, associative and idempotent.</summary>
public sealed record Order
{
    public required OrderRef Ref { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? PlacedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? PaidAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>By workspace day, as days since 1970-01-01: the last total of that day. No figure needs more than the state at the end of a day.</summary>
    public ImmutableSortedDictionary<int, OrderFact.TotalAsOf> Totals { get; init; } = ImmutableSortedDictionary<int, OrderFact.TotalAsOf>.Empty;

    public ImmutableSortedDictionary<string, OrderFact.Refunded> Refunds { get; init; } = EmptyRefunds;

    private static readonly ImmutableSortedDictionary<string, OrderFact.Refunded> EmptyRefunds =
        ImmutableSortedDictionary.Create<string, OrderFact.Refunded>(StringComparer.Ordinal);
}
