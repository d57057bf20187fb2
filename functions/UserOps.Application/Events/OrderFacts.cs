using UserOps.Domain.Orders;

namespace UserOps.Application.Events;

/// <summary>What an order event says by its name, where the sender's form has no state of its own.</summary>
internal static class OrderFacts
{
    /// <param name="name">One of the order names other than cancelled and refunded.</param>
    /// <param name="total">Before refunds; null when the event does not say.</param>
    public static IEnumerable<OrderFact> Told(string name, DateTimeOffset at, Money? total)
    {
        if (name is EventNames.OrderCompleted or EventNames.OrderPlaced or EventNames.OrderPaid)
        {
            yield return new OrderFact.Placed { At = at };
        }

        if (name == EventNames.OrderPaid)
        {
            yield return new OrderFact.Paid { At = at };
        }

        if (total is { } money)
        {
            yield return new OrderFact.TotalAsOf { At = at, Total = money };
        }
    }
}
