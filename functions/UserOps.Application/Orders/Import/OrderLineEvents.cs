using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Application.Events;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>
/// From an order of a file to events. With a webhook source they are that source's own, under the keys by which it announces an order once: so an order that comes by
/// file and by webhook is announced once as well.
/// </summary>
public sealed class OrderLineEvents(string? source, DateTimeOffset receivedAt)
{
    private readonly string _source = source ?? "import";

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

        yield return Event(line, orderId, EventNames.OrderCompleted, $"completed:{orderId}", line.Date.At, line.Total.Minor, facts);

        if (line.CancelledAt is { } cancelled)
        {
            yield return Event(
                line, orderId, EventNames.OrderCancelled, $"cancelled:{orderId}", cancelled, line.Total.Minor, [new OrderFact.Cancelled { At = cancelled }]);
        }

        if (line.WhollyRefunded)
        {
            yield return Event(
                line, orderId, EventNames.OrderRefunded, $"refunded:{orderId}:all", line.Date.At, line.Total.Minor,
                [new OrderFact.Refunded { At = line.Date.At, RefundId = "all" }]);
        }
        else if (line.RefundedMinor > 0)
        {
            yield return Event(
                line, orderId, EventNames.OrderRefunded, $"refunded:{orderId}:sum {line.RefundedMinor}", line.Date.At, line.RefundedMinor, [Remaining(line)]);
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
        OrderLine line, string orderId, string name, string key, DateTimeOffset at, long minor, IReadOnlyList<OrderFact> facts) => new()
    {
        Source = _source,
        DedupeKey = key,
        ContentHash = HashText.Short(Encoding.UTF8.GetBytes(source is null ? $"{key}\n{line.Date.At.UtcTicks}\n{minor} {line.Total.Currency}" : key)),
        Type = EventType.Track,
        Name = name,
        OccurredAt = at,
        ReceivedAt = receivedAt,
        Identity = line.Customer,
        Properties = Properties(line, Currencies.ToMajor(minor, line.Total.Currency), withItems: name == EventNames.OrderCompleted),
        Order = new OrderChange(new OrderRef(_source, orderId), facts),
    };

    /// <summary>Names of the Segment e-commerce specification.</summary>
    private static JsonElement Properties(OrderLine line, decimal total, bool withItems)
    {
        var properties = new JsonObject { ["total"] = total, ["currency"] = line.Total.Currency };
        if (line.OrderId is { } id)
        {
            properties["order_id"] = id;
        }

        if (withItems && line.Items.Count > 0)
        {
            properties["products"] = new JsonArray([.. line.Items.Select(Product)]);
        }

        return JsonSerializer.SerializeToElement(properties);
    }

    private static JsonObject Product(OrderItem item)
    {
        var product = new JsonObject();
        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                product[name] = value;
            }
        }

        Add("product_id", item.ProductId);
        Add("sku", item.Sku);
        Add("name", item.Name);
        Add("quantity", item.Quantity);
        Add("price", item.Price);
        Add("url", item.Url);
        Add("image_url", item.ImageUrl);
        return product;
    }
}
