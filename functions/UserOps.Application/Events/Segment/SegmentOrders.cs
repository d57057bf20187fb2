using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Segment;

/// <summary>
/// Order facts in tracked events of the e-commerce specification. An order event without <c>order_id</c> stays an event: it can be neither updated nor counted once.
/// </summary>
internal static class SegmentOrders
{
    /// <param name="DedupeKey">Names a refund that has no <c>refund_id</c>.</param>
    /// <param name="Currency">Where the event names none.</param>
    public readonly record struct Context(string Source, string DedupeKey, DateTimeOffset OccurredAt, string Currency);

    public static OrderChange? Read(string name, JsonElement? properties, Context context, Fault fault)
    {
        var told = properties ?? default;
        var orderId = Ids.Any(told.At("order_id"u8), "properties.order_id", fault);
        if (orderId is null)
        {
            return null;
        }

        var currency = Amounts.ReadCurrency(told.At("currency"u8), "properties.currency", context.Currency, fault);
        var total = Amounts.ReadMoney(told.At("total"u8), "properties.total", currency, fault);
        if (name != EventNames.OrderRefunded)
        {
            total ??= Amounts.ReadMoney(told.At("revenue"u8), "properties.revenue", currency, fault)
                ?? Amounts.ReadMoney(told.At("value"u8), "properties.value", currency, fault);
        }

        var refundId = Ids.Any(told.At("refund_id"u8), "properties.refund_id", fault) ?? context.DedupeKey;
        return fault.Found ? null : new(new(context.Source, orderId), [.. Facts(name, context.OccurredAt, total, refundId)]);
    }

    private static IEnumerable<OrderFact> Facts(string name, DateTimeOffset at, Money? total, string refundId)
    {
        switch (name)
        {
            case EventNames.OrderRefunded:
                // Without a total it was the whole order; a total of nothing gives nothing back.
                return total is { Minor: 0 } ? [] : [new OrderFact.Refunded { At = at, RefundId = refundId, Amount = total }];
            case EventNames.OrderCancelled:
                return [new OrderFact.Cancelled { At = at }];
            default:
                return OrderFacts.Told(name, at, total);
        }
    }
}
