using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>Refunds, on their own and within orders: the same ids in both, so that none counts twice.</summary>
internal static class ShopifyRefunds
{
    public static WebhookContent Map(JsonElement refund, WebhookEvents events)
    {
        var orderId = Ids.Required(refund.At("order_id"u8), "order_id", events.Fault);
        var shopCurrency = ShopCurrency(refund);
        var fact = Fact(refund, shopCurrency ?? events.Currency, shopCurrency is not null, events);
        var at = At(refund, events);
        if (events.Fault.Found || orderId is null || at is not { } refundedAt)
        {
            return events.Malformed();
        }

        var amount = fact?.Amount;
        var properties = JsonObjects.Make(writer =>
        {
            writer.WriteString("order_id", orderId);
            writer.Id("refund_id", refund.At("id"u8));
            if (amount is { } money)
            {
                writer.WriteNumber("total", money.ToMajor());
                writer.WriteString("currency", money.Currency);
            }
        });

        // The body names its order and nobody else.
        var order = new OrderChange(new(events.Source, orderId), fact is null ? [] : [fact]);
        return new WebhookContent.Mapped(IntakeOutcome.Of(
            [events.Told(EventNames.OrderRefunded, refundedAt, new Identity { Trusted = true }, new(properties, Order: order))]));
    }

    public static List<OrderFact> OfOrder(JsonElement order, string currency, WebhookEvents events) =>
        [.. order.ItemsAt("refunds"u8).Select(refund => Fact(refund, currency, currencyKnown: true, events)).OfType<OrderFact>()];

    /// <returns>Null when nothing was given back, and after noting a fault.</returns>
    private static OrderFact.Refunded? Fact(JsonElement refund, string currency, bool currencyKnown, WebhookEvents events)
    {
        var id = Ids.Required(refund.At("id"u8), "refund.id", events.Fault);
        var at = At(refund, events);
        var amount = FromTransactions(refund, currency, currencyKnown, events.Fault) ?? FromLines(refund, currency, events.Fault);
        return events.Fault.Found || id is null || at is not { } refundedAt || amount.Minor <= 0
            ? null
            : new() { At = events.Past(refundedAt), RefundId = id, Amount = amount };
    }

    private static DateTimeOffset? At(JsonElement refund, WebhookEvents events)
    {
        var at = Instants.Read(refund.At("processed_at"u8), "refund.processed_at", events.Fault)
            ?? Instants.Read(refund.At("created_at"u8), "refund.created_at", events.Fault);
        if (at is null)
        {
            events.Fault.Note("refund.processed_at", "is missing");
        }

        return at;
    }

    /// <summary>What was paid back. A pending or failed transaction pays nothing, yet: the order tells the refund again once it has.</summary>
    /// <returns>Null when no money is said to move, or when it moved in another currency than the shop's.</returns>
    private static Money? FromTransactions(JsonElement refund, string currency, bool currencyKnown, Fault fault)
    {
        decimal sum = 0;
        string? moved = null;
        foreach (var transaction in refund.ItemsAt("transactions"u8).Where(one => one.TextAt("kind"u8) == "refund"))
        {
            var own = Amounts.ReadCurrency(transaction.At("currency"u8), "transactions.currency", currency, fault);
            if ((currencyKnown && own != currency) || (moved is not null && own != moved))
            {
                return null;
            }

            moved = own;
            if (transaction.TextAt("status"u8) == "success")
            {
                sum += Amounts.Read(transaction.At("amount"u8), "transactions.amount", fault) ?? 0;
            }
        }

        return moved is null ? null : Money.FromMajor(sum, moved);
    }

    /// <summary>By what the order was worth less: lines with their tax, less the adjustments, whose sign is that of what stays with the shop.</summary>
    private static Money FromLines(JsonElement refund, string currency, Fault fault)
    {
        decimal sum = 0;
        foreach (var line in refund.ItemsAt("refund_line_items"u8))
        {
            sum += Amounts.Read(line.At("subtotal"u8), "refund_line_items.subtotal", fault) ?? 0;
            sum += Amounts.Read(line.At("total_tax"u8), "refund_line_items.total_tax", fault) ?? 0;
        }

        foreach (var adjustment in refund.ItemsAt("order_adjustments"u8))
        {
            sum -= Amounts.Read(adjustment.At("amount"u8), "order_adjustments.amount", fault) ?? 0;
            sum -= Amounts.Read(adjustment.At("tax_amount"u8), "order_adjustments.tax_amount", fault) ?? 0;
        }

        return Money.FromMajor(sum, currency);
    }

    private static string? ShopCurrency(JsonElement refund) =>
        refund.ItemsAt("refund_line_items"u8).FirstOrDefault().At("subtotal_set"u8).At("shop_money"u8).TextAt("currency_code"u8)?.ToUpperInvariant() is { } code
        && Currencies.IsCode(code)
            ? code
            : null;
}
