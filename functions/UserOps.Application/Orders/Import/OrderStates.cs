namespace UserOps.Application.Orders.Import;

/// <summary>The status words of shops.</summary>
public static class OrderStates
{
    /// <summary>
    /// A Shopify order that is not paid yet has been placed; WooCommerce makes its "pending" order before the customer has paid or gone away, and its own
    /// reports leave it out.
    /// </summary>
    public static OrderState Of(string status, OrderFileLayout layout)
    {
        var word = OrderColumnNames.Normalise(status);
        word = word.StartsWith("wc_", StringComparison.Ordinal) ? word[3..] : word;
        return word switch
        {
            "cancelled" or "canceled" or "voided" => OrderState.Cancelled,
            "refunded" => OrderState.Refunded,
            "failed" or "draft" or "checkout_draft" or "auto_draft" or "trash" or "expired" => OrderState.NotAnOrder,
            "pending" or "pending_payment" when layout == OrderFileLayout.WooCommerce => OrderState.NotAnOrder,
            _ => OrderState.Ordered,
        };
    }
}
