using NodaTime;

namespace UserOps.Domain.Orders;

/// <summary>What one order adds to its customer's figures: a pure function of its facts.</summary>
/// <param name="Entries">By effective day, ascending.</param>
/// <param name="Foreign">What it is worth now, if that is in another currency than the workspace's; such amounts are in no entry.</param>
public sealed record Contribution(IReadOnlyList<PurchaseEntry> Entries, Money? Foreign)
{
    public static readonly Contribution None = new([], null);

    public static Contribution Of(Order? order, DateTimeZone zone, string currency)
    {
        if (order?.PlacedAt is not { } placedAt)
        {
            return None;
        }

        var orderDay = Days.Of(placedAt, zone);
        int? cancelDay = order.CancelledAt is { } at ? Math.Max(orderDay, Days.Of(at, zone)) : null;
        var refunds = order.Refunds.Values.Select(refund => (Day: Math.Max(orderDay, Days.Of(refund.At, zone)), refund.Amount)).ToArray();
        var days = new SortedSet<int>(order.Totals.Keys.Select(day => Math.Max(orderDay, day)).Concat(refunds.Select(r => r.Day))) { orderDay };
        if (cancelDay is { } cancelled)
        {
            days.Add(cancelled);
        }

        var entries = new List<PurchaseEntry>(days.Count);
        var before = (Orders: 0, Amount: 0L);
        Money? worth = null;
        foreach (var day in days)
        {
            worth = day >= cancelDay ? null : Worth(order, day, refunds, currency);
            var now = worth is { } money ? (Orders: 1, Amount: money.Currency == currency ? money.Minor : 0) : (Orders: 0, Amount: 0L);
            if (now != before)
            {
                entries.Add(new(orderDay, day, now.Orders - before.Orders, now.Amount - before.Amount));
            }

            before = now;
        }

        return new(entries, worth is { } final && final.Currency != currency && final.Minor != 0 ? final : null);
    }

    /// <returns>The order's total less refunds at the end of the day; null once it is wholly refunded.</returns>
    private static Money? Worth(Order order, int day, (int Day, Money? Amount)[] refunds, string currency)
    {
        // Before the first total that we were told of, that first one is the best there is.
        var total = order.Totals.LastOrDefault(pair => pair.Key <= day).Value?.Total
            ?? order.Totals.FirstOrDefault().Value?.Total
            ?? new Money(0, currency);
        long refunded = 0;
        foreach (var refund in refunds.Where(r => r.Day <= day))
        {
            if (refund.Amount is not { } amount)
            {
                return null;
            }

            refunded += amount.Currency == total.Currency ? amount.Minor : 0;
        }

        return refunded > 0 && refunded >= total.Minor ? null : total with { Minor = total.Minor - refunded };
    }
}
