using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>Properties of order events, named after the Segment e-commerce specification.</summary>
internal static class WooCommerceProperties
{
    public static JsonElement OfState(JsonElement order, WooCommerceOrder read) => JsonObjects.Make(writer =>
    {
        Head(writer, order, read);
        writer.WriteString("status", read.Status);
    });

    /// <summary>Without the state, which is that of the announcement: whichever came first would fix it.</summary>
    public static JsonElement OfMilestone(JsonElement order, WooCommerceOrder read) => JsonObjects.Make(writer => Head(writer, order, read));

    public static JsonElement OfPurchase(JsonElement order, WooCommerceOrder read) => JsonObjects.Make(writer =>
    {
        Head(writer, order, read);
        writer.Number("shipping", order.At("shipping_total"u8));
        writer.Number("tax", order.At("total_tax"u8));
        writer.Number("discount", order.At("discount_total"u8));
        writer.Text("coupon", order.ItemsAt("coupon_lines"u8).FirstOrDefault().At("code"u8));
        writer.Text("payment_method", order.At("payment_method"u8));
        writer.WriteStartArray("products");
        foreach (var line in order.ItemsAt("line_items"u8))
        {
            writer.WriteStartObject();
            writer.Id("product_id", line.At("product_id"u8));
            writer.Text("sku", line.At("sku"u8));
            writer.Text("name", line.At("name"u8));
            writer.Number("price", line.At("price"u8));
            writer.Number("quantity", line.At("quantity"u8));
            writer.Text("image_url", line.At("image"u8).At("src"u8));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static JsonElement OfRefund(WooCommerceOrder read, OrderFact.Refunded refund) => JsonObjects.Make(writer =>
    {
        var amount = refund.Amount ?? read.Total;
        writer.WriteString("order_id", read.Id);
        writer.WriteString("refund_id", refund.RefundId);
        writer.WriteNumber("total", amount.ToMajor());
        writer.WriteString("currency", amount.Currency);
    });

    private static void Head(Utf8JsonWriter writer, JsonElement order, WooCommerceOrder read)
    {
        writer.WriteString("order_id", read.Id);
        writer.Text("order_name", order.At("number"u8));
        writer.WriteNumber("total", read.Total.ToMajor());
        writer.WriteString("currency", read.Total.Currency);
    }
}
