using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Orders.Import;

public class ShopExportTests
{
    private const string ShopifyHeader =
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem name,Refunded Amount,Cancelled at,Id\n";

    private readonly ImportBench _bench = new();

    [Fact]
    public async Task A_Shopify_order_of_several_lines_is_one_order_under_the_id_that_webhooks_use()
    {
        var report = await _bench.RunAsync(
            ShopifyHeader +
            "#1001,bob@example.com,paid,2012-10-12 07:06:27 -0400,,USD,398.00,409.94,2012-10-12 07:05:27 -0400,IPod Nano,0.00,,450789469\n" +
            "#1001,bob@example.com,,,,,,,2012-10-12 07:05:27 -0400,IPod Touch,,,\n" +
            "#1001,,,,,,,,,Case,,,\n" +
            "#1002,eve@example.com,pending,,,USD,10.00,10.00,2012-10-13 07:05:27 -0400,Case,0.00,,450789470\n",
            new() { Source = "shop" });
        Assert.Equal((4, 2, 2, 0), (report.Rows, report.Orders, report.Lines, report.Bad));
        var e = _bench.Placed.Single(placed => placed.Order!.Order.OrderId == "450789469");
        Assert.Equal(new OrderRef("shop", "450789469"), e.Order!.Order);
        Assert.Equal([Identifier.OfEmail("bob@example.com")], e.Identity.Identifiers());
        Assert.Equal(
            [
                new OrderFact.Placed { At = new(2012, 10, 12, 11, 5, 27, TimeSpan.Zero) },
                new OrderFact.TotalAsOf { At = new(2012, 10, 12, 11, 5, 27, TimeSpan.Zero), Total = new(40994, "USD") },
                new OrderFact.Paid { At = new(2012, 10, 12, 11, 6, 27, TimeSpan.Zero) },
            ],
            e.Order.Facts);
    }

    [Fact]
    public async Task A_sum_given_back_lowers_the_total_so_that_a_later_webhook_naming_the_refunds_does_not_count_them_twice()
    {
        await _bench.RunAsync(ShopifyHeader + "#1,a@b.example,partially_refunded,,,USD,,50.00,2024-05-01 10:00:00 +0000,x,20.00,,11\n");
        Assert.Equal(new Money(3000, "USD"), ImportBench.Total(Named("Order Refunded")));
        Assert.Equal(new Money(5000, "USD"), ImportBench.Total(Named("Order Completed")));
        var rank = Named("Order Refunded").Order!.Facts.OfType<OrderFact.TotalAsOf>().Single().Rank;
        Assert.True(rank > 0);
    }

    [Theory]
    [InlineData("refunded", "50.00")]
    [InlineData("partially_refunded", "50.00")]
    [InlineData("refunded", "")]
    public async Task An_order_given_back_whole_is_refunded_whole(string status, string refunded)
    {
        await _bench.RunAsync(ShopifyHeader + $"#1,a@b.example,{status},,,USD,,50.00,2024-05-01 10:00:00 +0000,x,{refunded},,11\n");
        Assert.Null(Assert.IsType<OrderFact.Refunded>(Assert.Single(Named("Order Refunded").Order!.Facts)).Amount);
    }

    [Fact]
    public async Task A_cancelled_order_is_cancelled_when_the_file_says()
    {
        await _bench.RunAsync(ShopifyHeader + "#1,a@b.example,voided,,,USD,,50.00,2024-05-01 10:00:00 +0000,x,0.00,2024-05-03 10:00:00 +0000,11\n");
        Assert.Equal(
            new OrderFact.Cancelled { At = new(2024, 5, 3, 10, 0, 0, TimeSpan.Zero) }, Assert.Single(Named("Order Cancelled").Order!.Facts));
    }

    [Fact]
    public async Task A_later_export_brings_what_happened_since()
    {
        await _bench.RunAsync(ShopifyHeader + "#1,a@b.example,paid,,,USD,,50.00,2024-05-01 10:00:00 +0000,x,0.00,,11\n");
        var second = await _bench.RunAsync(ShopifyHeader + "#1,a@b.example,partially_refunded,,,USD,,50.00,2024-05-01 10:00:00 +0000,x,20.00,,11\n");
        Assert.Equal((1, 1), (second.New, second.Known));
        Assert.NotNull(Named("Order Refunded"));
    }

    [Fact]
    public async Task A_WooCommerce_export_is_read_by_the_ids_its_webhooks_use()
    {
        var report = await _bench.RunAsync(
            "Order ID,Order Number,Order Status,Order Date,Customer User ID,Email (Billing),Order Currency,Order Total,Product\n" +
            "727,1001,wc-completed,2017-03-22 16:28:02,0,john.doe@example.com,USD,29.35,A\n" +
            "727,1001,wc-completed,2017-03-22 16:28:02,0,john.doe@example.com,USD,29.35,B\n" +
            "728,1002,Failed,2017-03-22 16:28:02,5,eve@example.com,USD,29.35,A\n" +
            "729,1003,Pending payment,2017-03-22 16:28:02,5,eve@example.com,USD,29.35,A\n" +
            "730,1004,Cancelled,2017-03-22 16:28:02,5,eve@example.com,USD,29.35,A\n" +
            "731,1005,On hold,2017-03-22 16:28:02,5,eve@example.com,USD,29.35,A\n");
        Assert.Equal((6, 3, 1, 2, 0), (report.Rows, report.Orders, report.Lines, report.NotOrders, report.Bad));
        Assert.Equal(["727", "730", "731"], _bench.Placed.Select(e => e.Order!.Order.OrderId).Order());
        Assert.Equal("730", Named("Order Cancelled").Order!.Order.OrderId);
        Assert.Equal([Identifier.OfEmail("john.doe@example.com")], _bench.Placed.Single(e => e.Order!.Order.OrderId == "727").Identity.Identifiers());
    }

    [Fact]
    public async Task Names_of_people_in_an_analytics_export_are_not_taken_for_ids_unasked()
    {
        const string csv = "Date,Order #,N. Revenue (formatted),Status,Customer,N. Revenue\n2024-05-01 10:00:00,5,$10.00,completed,John Doe,10.00\n";
        Assert.Contains("--customer", await _bench.RefusalAsync(csv), StringComparison.Ordinal);
        await _bench.RunAsync(csv, new() { Customer = "Customer", Amount = "N. Revenue" });
        Assert.Equal("John Doe", Assert.Single(_bench.Apply.Events).Identity.UserId);
    }

    [Fact]
    public async Task A_row_an_item_with_other_amounts_is_reported_rather_than_dropped()
    {
        var report = await _bench.RunAsync("order_id,customer,date,amount\n1,Ada,2024-05-01,10\n1,Ada,2024-05-01,15\n");
        Assert.Equal((1, 1), (report.Orders, report.Bad));
        Assert.Contains("--amount", Assert.Single(_bench.Watch.BadRows).Reason, StringComparison.Ordinal);
    }

    private UserEvent Named(string name) => Assert.Single(_bench.Apply.Events, e => e.Name == name);
}
