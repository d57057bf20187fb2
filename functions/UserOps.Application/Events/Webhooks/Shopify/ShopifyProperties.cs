using System.Text.Json;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.Webhooks.Shopify;

/// <summary>Properties of order and checkout events, named after the Segment e-commerce specification.</summary>
internal static class ShopifyProperties
{
    /// <summary>What may differ from one delivery to the next.</summary>
    public static JsonElement OfState(JsonElement order, string currency) => JsonObjects.Make(writer =>
    {
        Head(writer, order, currency);
        writer.Text("financial_status", order.At("financial_status"u8));
        writer.Text("fulfillment_status", order.At("fulfillment_status"u8));
        writer.Text("cancel_reason", order.At("cancel_reason"u8));
    });

    /// <summary>What was bought, every line of it.</summary>
    public static JsonElement OfPurchase(JsonElement order, string currency) => JsonObjects.Make(writer =>
    {
        Head(writer, order, currency);
        writer.Number("revenue", order.At("subtotal_price"u8));
        writer.Number("shipping", order.At("total_shipping_price_set"u8).At("shop_money"u8).At("amount"u8));
        writer.Number("tax", order.At("total_tax"u8));
        writer.Number("discount", order.At("total_discounts"u8));
        writer.Text("coupon", order.ItemsAt("discount_codes"u8).FirstOrDefault().At("code"u8));
        Products(writer, order);
    });

    public static JsonElement OfCheckout(JsonElement checkout, string currency) => JsonObjects.Make(writer =>
    {
        writer.Id("checkout_id", checkout.At("token"u8));
        writer.Number("value", checkout.At("total_price"u8));
        writer.WriteString("currency", currency);
        writer.Text("url", checkout.At("abandoned_checkout_url"u8));
        Products(writer, checkout);
    });

    private static void Head(Utf8JsonWriter writer, JsonElement order, string currency)
    {
        writer.Id("order_id", order.At("id"u8));
        writer.Text("order_name", order.At("name"u8));
        writer.Number("total", order.At("total_price"u8));
        writer.WriteString("currency", currency);
    }

    private static void Products(Utf8JsonWriter writer, JsonElement order)
    {
        writer.WriteStartArray("products");
        foreach (var line in order.ItemsAt("line_items"u8))
        {
            writer.WriteStartObject();
            writer.Id("product_id", line.At("product_id"u8));
            writer.Text("sku", line.At("sku"u8));
            writer.Text("name", line.At("title"u8));
            writer.Text("variant", line.At("variant_title"u8));
            writer.Text("brand", line.At("vendor"u8));
            writer.Number("price", line.At("price"u8));
            writer.Number("quantity", line.At("quantity"u8));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
