using System.Text.Json.Nodes;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Events.Webhooks;

public sealed class ShopifyRefundTests
{
    [Fact]
    public async Task An_order_tells_the_refunds_it_lists_under_the_ids_of_the_refunds_themselves()
    {
        await using var host = await IntakeHost.StartAsync();
        var refund = JsonNode.Parse(Signed.Sample("shopify-refunds-create.json"))!;
        refund["id"] = 509562969;
        refund["processed_at"] = "2025-07-02T11:29:59-05:00";
        refund["transactions"]![0]!["amount"] = "209.00";

        await host.ShopifyAsync("orders/updated", Signed.Sample("shopify-orders-partially-refunded.json"));
        await host.ShopifyAsync("refunds/create", refund.ToJsonString());

        var updated = host.Events[0];
        Assert.Equal("Order Updated", updated.Name);
        Assert.Equal(Signed.At("2008-01-10T16:00:00Z"), Assert.Single(updated.Order!.Facts.OfType<OrderFact.Placed>()).At);
        Assert.Equal(new Money(59_894, "USD"), Assert.Single(updated.Order.Facts.OfType<OrderFact.TotalAsOf>()).Total);
        var listed = Assert.Single(updated.Order.Facts.OfType<OrderFact.Refunded>());
        Assert.Equal(new OrderFact.Refunded { At = Signed.At("2025-07-02T16:29:59Z"), RefundId = "509562969", Amount = new(20_900, "USD") }, listed);
        Assert.Equal([listed], host.Events[1].Order!.Facts);
    }

    [Fact]
    public async Task A_refund_names_its_order_and_nobody_else()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("refunds/create", Signed.Sample("shopify-refunds-create.json"));

        var told = Assert.Single(host.Events);
        Assert.Equal("Order Refunded", told.Name);
        Assert.Empty(told.Identity.Identifiers());
        Assert.True(told.Identity.Trusted);
        Assert.Equal(new OrderRef("shop", "450789469"), told.Order!.Order);
        Assert.Equal([new OrderFact.Refunded { At = Signed.At("2025-07-02T16:38:34Z"), RefundId = "929361472", Amount = new(4_194, "USD") }], told.Order.Facts);
        Assert.Equal("""{"order_id":"450789469","refund_id":"929361472","total":41.94,"currency":"USD"}""", told.Properties!.Value.GetRawText());
    }

    [Fact]
    public async Task A_refund_without_a_transaction_is_worth_its_lines_less_what_the_shop_keeps()
    {
        await using var host = await IntakeHost.StartAsync();
        var refund = JsonNode.Parse(Signed.Sample("shopify-refunds-create.json"))!;
        refund["transactions"] = new JsonArray();
        refund["refund_line_items"]![0]!["subtotal"] = 100.5;
        refund["refund_line_items"]![0]!["total_tax"] = 10;
        refund["order_adjustments"] = JsonNode.Parse("""[{"amount":"-5.00","tax_amount":"-0.50"},{"amount":"20.00","tax_amount":"0.00"}]""");

        await host.ShopifyAsync("refunds/create", refund.ToJsonString());

        Assert.Equal(new Money(9_600, "USD"), host.Events[0].Order!.Facts.OfType<OrderFact.Refunded>().Single().Amount);
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("failure")]
    public async Task A_refund_that_paid_nothing_yet_adds_nothing(string status)
    {
        await using var host = await IntakeHost.StartAsync();
        var refund = JsonNode.Parse(Signed.Sample("shopify-refunds-create.json"))!;
        refund["transactions"]![0]!["status"] = status;

        await host.ShopifyAsync("refunds/create", refund.ToJsonString());

        Assert.Empty(Assert.Single(host.Events).Order!.Facts);
    }
}
