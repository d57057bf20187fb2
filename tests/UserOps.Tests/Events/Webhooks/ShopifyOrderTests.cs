using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class ShopifyOrderTests
{
    private static readonly DateTimeOffset Created = Signed.At("2025-07-02T16:31:05Z");

    [Theory]
    [InlineData("orders/create", "Order Placed")]
    [InlineData("orders/paid", "Order Paid")]
    public async Task An_announced_order_is_told_with_its_facts_and_completed_without(string topic, string name)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.ShopifyAsync(topic, Signed.Sample("shopify-orders-paid.json"), "event-1", "webhook-1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, answer.Body.GetProperty("accepted").GetInt32());
        var (told, completed) = (host.Events[0], host.Events[1]);
        Assert.Equal((name, "shop", $"{topic}:event:event-1:1073459972"), (told.Name, told.Source, told.DedupeKey));
        Assert.Equal(new CustomerId("shop", "1073339470"), told.Identity.CustomerId);
        Assert.Equal(("foo@example.com", true), (told.Identity.Email, told.Identity.Trusted));
        Assert.Equal(new OrderRef("shop", "1073459972"), told.Order!.Order);
        Assert.Equal(
            [
                new OrderFact.Placed { At = Created },
                new OrderFact.TotalAsOf { At = Created, Total = new(19_900, "USD") },
                new OrderFact.Paid { At = Created },
            ],
            told.Order.Facts);
        Assert.Equal("foo@example.com", told.Traits!["email"].GetString());

        Assert.Equal(("Order Completed", "completed:1073459972", Created), (completed.Name, completed.DedupeKey, completed.OccurredAt));
        Assert.Null(completed.Order);
        Assert.Equal(told.Identity, completed.Identity);
        var properties = completed.Properties!.Value;
        Assert.Equal("1073459972", properties.GetProperty("order_id").GetString());
        Assert.Equal(199.00m, properties.GetProperty("total").GetDecimal());
        Assert.Equal(
            """{"product_id":"921728736","sku":"IPOD2009BLACK","name":"IPod Touch 8GB","variant":"Black","brand":"Apple","price":199.00,"quantity":1}""",
            Assert.Single(properties.GetProperty("products").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Created_and_paid_complete_the_order_once_and_no_key_counts_as_reused()
    {
        await using var host = await IntakeHost.StartAsync();
        var changed = Signed.Change("shopify-orders-paid.json", order => order["note"] = "later");

        await host.ShopifyAsync("orders/create", Signed.Sample("shopify-orders-paid.json"), "event-1");
        await host.ShopifyAsync("orders/paid", changed, "event-1");

        var completed = host.Events.Where(e => e.Name == "Order Completed").ToList();
        Assert.Equal(completed[0].Id, completed[1].Id);
        Assert.Equal(completed[0].ContentHash, completed[1].ContentHash);
        Assert.Equal(2, host.Events.Where(e => e.Order is not null).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_cancelled_order_says_when()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("orders/cancelled", Signed.Change("shopify-orders-paid.json", order =>
        {
            order["cancelled_at"] = "2025-07-03T00:00:00+02:00";
            order["cancel_reason"] = "customer";
        }));

        var told = Assert.Single(host.Events);
        Assert.Equal(("Order Cancelled", Signed.At("2025-07-02T22:00:00Z")), (told.Name, told.OccurredAt));
        Assert.Contains(new OrderFact.Cancelled { At = told.OccurredAt }, told.Order!.Facts);
        Assert.Equal("customer", told.Properties!.Value.GetProperty("cancel_reason").GetString());
    }

    [Fact]
    public async Task A_test_order_is_ignored()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.ShopifyAsync("orders/create", Signed.Change("shopify-orders-paid.json", order => order["test"] = true));

        Assert.True(answer.Body.GetProperty("ignored").GetBoolean());
        Assert.Empty(host.Events);
    }

    [Theory]
    [InlineData("orders/create", "id", "null", "id")]
    [InlineData("orders/create", "total_price", "\"much\"", "total_price")]
    [InlineData("orders/create", "total_price", "null", "total_price")]
    [InlineData("orders/create", "created_at", "\"x\"", "created_at")]
    [InlineData("orders/create", "created_at", "null", "created_at")]
    [InlineData("orders/create", "currency", "\"dollars\"", "currency")]
    [InlineData("orders/create", "cancelled_at", "7", "cancelled_at")]
    public async Task A_field_that_cannot_be_read_is_400_and_named(string topic, string property, string value, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.ShopifyAsync(topic, Signed.Change("shopify-orders-paid.json", order => order[property] = JsonNode.Parse(value)));

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Single(host.Rejected);
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task An_order_of_500_lines_keeps_them_all()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Signed.Change("shopify-orders-paid.json", order =>
        {
            var line = order["line_items"]![0]!;
            order["line_items"] = new JsonArray([.. Enumerable.Range(0, 500).Select(i =>
            {
                var copy = line.DeepClone();
                copy["sku"] = i.ToString(CultureInfo.InvariantCulture);
                return copy;
            })]);
        });
        Assert.InRange(body.Length, 400_000, 1024 * 1024);

        Assert.Equal(HttpStatusCode.OK, (await host.ShopifyAsync("orders/create", body)).Status);

        var products = host.Events[1].Properties!.Value.GetProperty("products");
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)), products.EnumerateArray().Select(p => p.GetProperty("sku").GetString()));
    }
}
