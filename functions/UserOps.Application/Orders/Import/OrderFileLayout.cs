namespace UserOps.Application.Orders.Import;

/// <summary>Whose export a file is, as far as that changes what its columns mean.</summary>
public enum OrderFileLayout
{
    Generic,

    /// <summary>One line an item; only the first line of an order has totals. https://help.shopify.com/manual/fulfillment/managing-orders/exporting-orders</summary>
    Shopify,

    /// <summary>The exports of WooCommerce and its export extensions.</summary>
    WooCommerce,
}
