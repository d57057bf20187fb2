namespace UserOps.Application.Orders.Import;

/// <summary>The names under which exports carry a field, the best first. Compared in lower case, with every run of other characters as one underscore.</summary>
public static class OrderColumnNames
{
    public static string Normalise(string header)
    {
        var parts = header.ToLowerInvariant().Split(
            [.. header.ToLowerInvariant().Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('_', parts);
    }

    public static OrderFileLayout LayoutOf(IReadOnlyCollection<string> normalised) =>
        normalised.Contains("name") && normalised.Contains("financial_status") && normalised.Contains("created_at") ? OrderFileLayout.Shopify
        : normalised.Any(n => n is "order_number" or "order_status" or "order_total" or "order_key" or "n_revenue")
            && normalised.Any(n => n is "order_status" or "status") ? OrderFileLayout.WooCommerce
        : OrderFileLayout.Generic;

    /// <summary>
    /// Shopify's <c>Id</c> and WooCommerce's order id are what their webhooks name orders by; the number people see is only second best. Analytics exports name
    /// their customers by first and last name, which is no identifier, so "customer" is not taken from a WooCommerce file.
    /// </summary>
    public static IReadOnlyList<string> For(OrderField field, OrderFileLayout layout) => (field, layout) switch
    {
        (OrderField.Customer, OrderFileLayout.Shopify) => [],
        (OrderField.Customer, OrderFileLayout.WooCommerce) => ["customer_id", "customer_user_id", "customer_user", "user_id"],
        (OrderField.Customer, _) => ["customer_id", "customerid", "customer", "client_id", "user_id", "userid", "user"],
        (OrderField.Email, OrderFileLayout.Shopify) => ["email"],
        (OrderField.Email, _) => ["email", "customer_email", "billing_email", "email_billing", "billing_email_address", "email_address", "e_mail"],
        (OrderField.Date, OrderFileLayout.Shopify) => ["created_at"],
        (OrderField.Date, OrderFileLayout.WooCommerce) => ["order_date", "date_created", "date"],
        (OrderField.Date, _) => ["order_date", "ordered_at", "orderdate", "date", "created_at", "purchase_date", "purchased_at", "timestamp"],
        (OrderField.Amount, OrderFileLayout.Shopify) => ["total"],
        (OrderField.Amount, OrderFileLayout.WooCommerce) =>
            ["order_total", "order_total_amount", "total", "total_sales", "order_amount", "n_revenue", "net_sales"],
        (OrderField.Amount, _) => ["revenue", "amount", "total", "order_total", "total_amount", "order_amount", "order_value", "price", "sales"],
        (OrderField.Order, OrderFileLayout.Shopify) => ["id", "name"],
        (OrderField.Order, OrderFileLayout.WooCommerce) => ["order_id", "order_number", "order", "id"],
        (OrderField.Order, _) => ["order_id", "orderid", "order_number", "order_no", "order", "transaction_id", "invoice", "invoice_no", "invoiceno"],
        (OrderField.Currency, _) => ["currency", "order_currency", "currency_code"],
        (OrderField.Status, OrderFileLayout.Shopify) => ["financial_status"],
        (OrderField.Status, _) => ["order_status", "status"],
        (OrderField.Paid, _) => ["paid_at", "paid_date", "date_paid"],
        (OrderField.Cancelled, _) => ["cancelled_at", "canceled_at"],
        (OrderField.Refunded, _) => ["refunded_amount", "order_refunded_total", "refunded_total", "total_refunded", "order_refund_amount", "refund_amount"],
        (OrderField.Product, OrderFileLayout.Shopify) => [],
        (OrderField.Product, _) => ["product_id", "item_id"],
        (OrderField.Sku, OrderFileLayout.Shopify) => ["lineitem_sku"],
        (OrderField.Sku, _) => ["sku", "product_sku", "item_sku", "stock_code", "stockcode"],
        (OrderField.ProductName, OrderFileLayout.Shopify) => ["lineitem_name"],
        (OrderField.ProductName, _) => ["product_name", "product", "item_name", "product_title", "description"],
        (OrderField.Quantity, OrderFileLayout.Shopify) => ["lineitem_quantity"],
        (OrderField.Quantity, _) => ["quantity", "qty", "item_quantity"],
        (OrderField.UnitPrice, OrderFileLayout.Shopify) => ["lineitem_price"],
        (OrderField.UnitPrice, _) => ["unit_price", "unitprice", "item_price", "product_price"],
        (OrderField.ProductUrl, _) => ["product_url"],
        (OrderField.ImageUrl, _) => ["image_url", "product_image_url"],
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
