using System.Collections.Immutable;
using NodaTime;

namespace UserOps.Domain.Orders;

/// <summary>Adds facts to an order.</summary>
public static class OrderFold
{
    public static Order Add(Order? order, OrderChange change, DateTimeZone zone) =>
        change.Facts.Aggregate(order ?? new Order { Ref = change.Order }, (known, fact) => Add(known, fact, zone));

    private static Order Add(Order order, OrderFact fact, DateTimeZone zone) => fact switch
    {
        OrderFact.Placed placed => order with { PlacedAt = Earlier(order.PlacedAt, placed.At) },
        OrderFact.Paid paid => order with { PaidAt = Earlier(order.PaidAt, paid.At) },
        OrderFact.Cancelled cancelled => order with { CancelledAt = Earlier(order.CancelledAt, cancelled.At) },
        OrderFact.TotalAsOf total => order with { Totals = WithTotal(order.Totals, Days.Of(total.At, zone), total) },
        OrderFact.Refunded refund => order with { Refunds = WithRefund(order.Refunds, refund) },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name),
    };

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset told) => known is { } at && at <= told ? at : told;

    private static ImmutableSortedDictionary<int, OrderFact.TotalAsOf> WithTotal(
        ImmutableSortedDictionary<int, OrderFact.TotalAsOf> totals, int day, OrderFact.TotalAsOf told) =>
        totals.TryGetValue(day, out var known) && Later(known, told) == known ? totals : totals.SetItem(day, told);

    // The amount settles what instant and rank leave open, so that the outcome never depends on who came first.
    private static OrderFact.TotalAsOf Later(OrderFact.TotalAsOf a, OrderFact.TotalAsOf b) =>
        (a.At, a.Rank, a.Total.Minor, a.Total.Currency).CompareTo((b.At, b.Rank, b.Total.Minor, b.Total.Currency)) >= 0 ? a : b;

    private static ImmutableSortedDictionary<string, OrderFact.Refunded> WithRefund(
        ImmutableSortedDictionary<string, OrderFact.Refunded> refunds, OrderFact.Refunded told)
    {
        if (!refunds.TryGetValue(told.RefundId, out var known))
        {
            return refunds.SetItem(told.RefundId, told);
        }

        // Two tellings of one refund: the earlier instant, and the larger amount, since a pending part shows up later.
        return refunds.SetItem(told.RefundId, known with
        {
            At = Earlier(known.At, told.At),
            Amount = Larger(known.Amount, told.Amount),
        });
    }

    private static Money? Larger(Money? a, Money? b) =>
        a is null || b is null ? null
        : (a.Value.Minor, a.Value.Currency).CompareTo((b.Value.Minor, b.Value.Currency)) >= 0 ? a : b;
}
