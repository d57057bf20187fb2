using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Forms;

/// <summary>
/// <c>order</c> in the suite's own form: <c>id</c>; <c>total</c> before refunds, in major units; <c>currency</c>, else the workspace's; <c>status</c> (placed, paid,
/// updated, cancelled, refunded), else what the event's name says; <c>placedAt</c>, else the event's time; <c>refund</c> with <c>id</c> and <c>total</c>. Refunded
/// without a <c>refund</c> is the whole order.
/// </summary>
internal static class OrderForm
{
    public static OrderChange? Read(string name, DateTimeOffset at, EventEnvelope envelope, Fault fault)
    {
        var order = envelope.Data.At("order"u8);
        if (!order.IsPresent())
        {
            return null;
        }

        if (order.ValueKind != JsonValueKind.Object)
        {
            fault.Note("data.order", "must be an object");
            return null;
        }

        var id = Ids.Required(order.At("id"u8), "data.order.id", fault);
        var status = Status(order.At("status"u8), fault) ?? name;
        var currency = Amounts.ReadCurrency(order.At("currency"u8), "data.order.currency", envelope.Currency, fault);
        var total = Amounts.ReadMoney(order.At("total"u8), "data.order.total", currency, fault);
        var placedAt = Instants.ReadPast(order.At("placedAt"u8), "data.order.placedAt", envelope.ReceivedAt, fault);
        var refund = Refund(status, order.At("refund"u8), at, currency, envelope.DedupeKey, fault);
        if (fault.Found || id is null)
        {
            return null;
        }

        List<OrderFact> facts = [.. OrderFacts.Told(status, at, total)];
        if (placedAt is { } placed)
        {
            facts.RemoveAll(fact => fact is OrderFact.Placed);
            facts.Add(new OrderFact.Placed { At = placed });
        }

        if (status == EventNames.OrderCancelled)
        {
            facts.Add(new OrderFact.Cancelled { At = at });
        }

        if (refund is not null)
        {
            facts.Add(refund);
        }

        return new(new(envelope.Source, id), facts);
    }

    private static string? Status(JsonElement value, Fault fault)
    {
        if (!value.IsPresent())
        {
            return null;
        }

        var status = value.ValueKind != JsonValueKind.String ? null : value.GetString() switch
        {
            "placed" => EventNames.OrderPlaced,
            "paid" => EventNames.OrderPaid,
            "updated" => EventNames.OrderUpdated,
            "cancelled" => EventNames.OrderCancelled,
            "refunded" => EventNames.OrderRefunded,
            _ => null,
        };
        if (status is null)
        {
            fault.Note("data.order.status", "must be placed, paid, updated, cancelled or refunded");
        }

        return status;
    }

    private static OrderFact.Refunded? Refund(
        string status, JsonElement refund, DateTimeOffset at, string currency, string dedupeKey, Fault fault)
    {
        if (!refund.IsPresent())
        {
            return status == EventNames.OrderRefunded ? new() { At = at, RefundId = dedupeKey } : null;
        }

        if (refund.ValueKind != JsonValueKind.Object)
        {
            fault.Note("data.order.refund", "must be an object");
            return null;
        }

        var id = Ids.Any(refund.At("id"u8), "data.order.refund.id", fault) ?? dedupeKey;
        var amount = Amounts.ReadMoney(refund.At("total"u8), "data.order.refund.total", currency, fault);
        return fault.Found || amount is { Minor: 0 } ? null : new() { At = at, RefundId = id, Amount = amount };
    }
}
