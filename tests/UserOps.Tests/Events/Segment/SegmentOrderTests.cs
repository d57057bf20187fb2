using System.Net;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Events.Segment;

public sealed class SegmentOrderTests
{
    [Fact]
    public async Task Order_Completed_places_the_order_with_its_total()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """
            {"userId":"u","event":"order completed","timestamp":"2026-11-20T00:00:00Z","properties":{"order_id":50314,"total":"27.50","revenue":20,"currency":"eur"}}
            """);

        var told = Assert.Single(host.Events);
        Assert.Equal("Order Completed", told.Name);
        Assert.Equal(new OrderRef("segment:backend", "50314"), told.Order!.Order);
        Assert.Equal(
            [
                new OrderFact.Placed { At = told.OccurredAt },
                new OrderFact.TotalAsOf { At = told.OccurredAt, Total = new(2750, "EUR") },
            ],
            told.Order.Facts);
    }

    [Fact]
    public async Task Revenue_and_value_stand_in_for_the_total_and_the_workspace_for_the_currency()
    {
        await using var host = await IntakeHost.StartAsync(settings => settings with { Workspace = new() { Currency = "JPY" } });

        await host.SegmentAsync("track", """{"userId":"u","event":"Order Completed","properties":{"order_id":"a","revenue":300,"value":5}}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"Order Updated","properties":{"order_id":"a","value":301}}""");

        Assert.Equal([new Money(300, "JPY"), new Money(301, "JPY")], host.Events.SelectMany(e => e.Order!.Facts).OfType<OrderFact.TotalAsOf>().Select(f => f.Total));
        Assert.DoesNotContain(host.Events[1].Order!.Facts, fact => fact is OrderFact.Placed);
    }

    [Fact]
    public async Task A_refund_without_a_total_is_the_whole_order_and_of_nothing_is_none()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """{"userId":"u","event":"Order Refunded","messageId":"m","properties":{"order_id":"a"}}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"Order Refunded","properties":{"order_id":"a","refund_id":"r","total":4.2}}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"Order Refunded","properties":{"order_id":"a","total":0}}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"Order Cancelled","properties":{"order_id":"a","total":9}}""");

        Assert.Equal(
            [
                new OrderFact.Refunded { At = IntakeHost.Start, RefundId = "m" },
                new OrderFact.Refunded { At = IntakeHost.Start, RefundId = "r", Amount = new(420, "USD") },
                new OrderFact.Cancelled { At = IntakeHost.Start },
            ],
            host.Events.SelectMany(e => e.Order!.Facts));
    }

    [Fact]
    public async Task An_order_event_without_an_order_id_stays_an_event()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """{"userId":"u","event":"Order Completed","properties":{"total":1}}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"Order Completed"}""");

        Assert.All(host.Events, told => Assert.Null(told.Order));
    }

    [Theory]
    [InlineData("\"total\":\"$5\"", "properties.total")]
    [InlineData("\"total\":-1", "properties.total")]
    [InlineData("\"total\":1e30", "properties.total")]
    [InlineData("\"total\":1e400", "properties.total")]
    [InlineData("\"total\":\"1,50\"", "properties.total")]
    [InlineData("\"total\":{}", "properties.total")]
    [InlineData("\"revenue\":\"x\"", "properties.revenue")]
    [InlineData("\"total\":1,\"currency\":\"dollar\"", "properties.currency")]
    [InlineData("\"total\":1,\"currency\":1", "properties.currency")]
    [InlineData("\"total\":1,\"order_id\":{}", "properties.order_id")]
    public async Task A_bad_amount_or_currency_is_rejected_naming_the_field(string property, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("track", $$$"""{"userId":"u","event":"Order Completed","properties":{"order_id":"a",{{{property}}}}}""");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }
}
