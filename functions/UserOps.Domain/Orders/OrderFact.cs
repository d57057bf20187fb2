using System.Text.Json.Serialization;

namespace UserOps.Domain.Orders;

/// <summary>
/// Something that is true of an order from an instant on. Facts are only ever added, so the order they arrive in cannot matter.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(TotalAsOf), "total")]
[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Refunded), "refunded")]
public abstract record OrderFact
{
    private OrderFact()
    {
    }

    /// <summary>UTC, by the source's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The customer ordered. Its day is the order day; the earliest one counts.</summary>
    public sealed record Placed : OrderFact;

    /// <summary>What the order cost as of <see cref="OrderFact.At"/>, before refunds.</summary>
    public sealed record TotalAsOf : OrderFact
    {
        public required Money Total { get; init; }

        /// <summary>Orders totals of the same instant where the source's clock is coarse: the higher state is the later one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int Rank { get; init; }
    }

    public sealed record Paid : OrderFact;

    public sealed record Cancelled : OrderFact;

    /// <summary>Money given back; the refund id keeps the same refund, told twice, from counting twice.</summary>
    public sealed record Refunded : OrderFact
    {
        public required string RefundId { get; init; }

        /// <summary>Positive. Null: the whole order, whatever it cost.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Money? Amount { get; init; }
    }
}
