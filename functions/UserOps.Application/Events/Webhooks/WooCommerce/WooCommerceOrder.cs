using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>An order body, read and checked. Dates are those in GMT, which come without a suffix.</summary>
internal sealed record WooCommerceOrder
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required Money Total { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required DateTimeOffset? PaidAt { get; init; }

    /// <summary>Positive amounts by refund id.</summary>
    public required IReadOnlyList<(string Id, Money Amount)> Returned { get; init; }

    public bool Placed => WooCommerceStatus.CountsAsPlaced(Status) || PaidAt is not null;

    /// <returns>Null after noting a fault.</returns>
    public static WooCommerceOrder? Read(JsonElement order, WebhookEvents events)
    {
        var fault = events.Fault;
        var id = Ids.Required(order.At("id"u8), "id", fault);
        var status = order.TextAt("status"u8);
        var currency = Amounts.ReadCurrency(order.At("currency"u8), "currency", events.Currency, fault);
        var total = Amounts.ReadMoney(order.At("total"u8), "total", currency, fault);
        var createdAt = Instants.Read(order.At("date_created_gmt"u8), "date_created_gmt", fault);
        var modifiedAt = Instants.Read(order.At("date_modified_gmt"u8), "date_modified_gmt", fault) ?? createdAt;
        var paidAt = Instants.Read(order.At("date_paid_gmt"u8), "date_paid_gmt", fault);
        var returned = new List<(string, Money)>();
        foreach (var refund in order.ItemsAt("refunds"u8))
        {
            var refundId = Ids.Required(refund.At("id"u8), "refunds.id", fault);
            var amount = Math.Abs(Amounts.Read(refund.At("total"u8), "refunds.total", fault) ?? 0);
            if (refundId is not null && amount > 0)
            {
                returned.Add((refundId, Money.FromMajor(amount, currency)));
            }
        }

        Missing(status is null, "status", fault);
        Missing(total is null, "total", fault);
        Missing(createdAt is null, "date_created_gmt", fault);
        return fault.Found || id is null || status is null || total is not { } cost || createdAt is not { } created || modifiedAt is not { } modified
            ? null
            : new() { Id = id, Status = status, Total = cost, CreatedAt = created, ModifiedAt = modified, PaidAt = paidAt, Returned = returned };
    }

    public IEnumerable<OrderFact> Facts(WebhookEvents events)
    {
        if (Placed)
        {
            yield return new OrderFact.Placed { At = events.Past(CreatedAt) };
        }

        yield return new OrderFact.TotalAsOf { At = events.Past(ModifiedAt), Total = Total, Rank = WooCommerceStatus.Rank(Status) };
        if (PaidAt is { } paidAt)
        {
            yield return new OrderFact.Paid { At = events.Past(paidAt) };
        }

        if (Status == WooCommerceStatus.Cancelled)
        {
            yield return new OrderFact.Cancelled { At = events.Past(ModifiedAt) };
        }

        foreach (var refund in Refunds(events))
        {
            yield return refund;
        }
    }

    /// <summary>The list has no dates, so a refund is as old as the first body that lists it. The state "refunded" is the whole order, listed or not.</summary>
    public IEnumerable<OrderFact.Refunded> Refunds(WebhookEvents events)
    {
        foreach (var (id, amount) in Returned)
        {
            yield return new() { At = events.Past(ModifiedAt), RefundId = id, Amount = amount };
        }

        if (Status == WooCommerceStatus.Refunded)
        {
            yield return new() { At = events.Past(ModifiedAt), RefundId = "whole" };
        }
    }

    private static void Missing(bool missing, string field, Fault fault)
    {
        if (missing)
        {
            fault.Note(field, "is missing");
        }
    }
}
