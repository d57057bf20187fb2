using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>From an order of a file to events.</summary>
public sealed class OrderLineEvents(string? source, DateTimeOffset receivedAt)
{
    private readonly string _eventSource = source is null ? "import" : $"import:{source}";
    private readonly string _orderSource = source ?? "import";

    /// <summary>
    /// One event that it was placed, keyed by the order alone, so that reading it again changes nothing. Cancellation and refunds are events of their own, keyed by
    /// how far they went, so that a later export of the same orders brings what has happened since.
    /// </summary>
    /// <param name="orderId">The file's id, or the one made for a row without.</param>
    public IEnumerable<UserEvent> Of(OrderLine line, string orderId)
    {
        List<OrderFact> facts = [new OrderFact.Placed { At = line.Date.At }, new OrderFact.TotalAsOf { At = line.Date.At, Total = line.Total }];
        if (line.PaidAt is { } paid)
        {
            facts.Add(new OrderFact.Paid { At = paid });
        }

        yield return Event(line, orderId, "Order Completed", "", line.Date.At, line.Total.Minor, facts);

        if (line.CancelledAt is { } cancelled)
        {
            yield return Event(line, orderId, "Order Cancelled", "\ncancelled", cancelled, line.Total.Minor, [new OrderFact.Cancelled { At = cancelled }]);
        }

        if (line.WhollyRefunded)
        {
            yield return Event(
                line, orderId, "Order Refunded", "\nrefunded", line.Date.At, line.Total.Minor,
                [new OrderFact.Refunded { At = line.Date.At, RefundId = "all" }]);
        }
        else if (line.RefundedMinor > 0)
        {
            yield return Event(line, orderId, "Order Refunded", $"\nrefunded {line.RefundedMinor}", line.Date.At, line.RefundedMinor, [Remaining(line)]);
        }
    }

    /// <summary>
    /// An export names the sum given back, not the refunds it consists of. As a refund of its own it would count twice once a webhook names those; as a total that
    /// is lower by it, it is overtaken by the next total that the shop sends. More given back is the later state.
    /// </summary>
    private static OrderFact.TotalAsOf Remaining(OrderLine line) => new()
    {
        At = line.Date.At,
        Total = line.Total with { Minor = line.Total.Minor - line.RefundedMinor },
        Rank = (int)Math.Min(line.RefundedMinor, int.MaxValue),
    };

    private UserEvent Event(
        OrderLine line, string orderId, string name, string keySuffix, DateTimeOffset at, long minor, IReadOnlyList<OrderFact> facts) => new()
    {
        Source = _eventSource,
        DedupeKey = orderId + keySuffix,
        ContentHash = HashText.Short(JsonSerializer.SerializeToUtf8Bytes(new { line.Customer, line.Date, line.Total, line.PaidAt, name, minor })),
        Type = EventType.Track,
        Name = name,
        OccurredAt = at,
        ReceivedAt = receivedAt,
        Identity = line.Customer,
        Properties = Properties(line, Currencies.ToMajor(minor, line.Total.Currency)),
        Order = new OrderChange(new OrderRef(_orderSource, orderId), facts),
    };

    /// <summary>Names of the Segment e-commerce specification.</summary>
    private static JsonElement Properties(OrderLine line, decimal total)
    {
        var properties = new JsonObject { ["total"] = total, ["currency"] = line.Total.Currency };
        if (line.OrderId is { } id)
        {
            properties["order_id"] = id;
        }

        return JsonSerializer.SerializeToElement(properties);
    }
}
