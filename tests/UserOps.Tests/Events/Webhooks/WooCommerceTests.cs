using System.Net;
using System.Text.Json.Nodes;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class WooCommerceTests
{
    [Fact]
    public async Task The_unsigned_ping_of_a_new_hook_gets_200()
    {
        await using var host = await IntakeHost.StartAsync();

        var ping = await host.PostAsync("/api/webhooks/woo", "webhook_id=12", ("Content-Type", "application/x-www-form-urlencoded"));
        var almost = await host.PostAsync("/api/webhooks/woo", "webhook_id=12&x=1", ("Content-Type", "application/x-www-form-urlencoded"));
        var elsewhere = await host.PostAsync("/api/webhooks/shop", "webhook_id=12");

        Assert.Equal(HttpStatusCode.OK, ping.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, almost.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.Status);
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task A_guests_order_is_placed_completed_and_paid()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.WooCommerceAsync("order.created", Signed.Sample("woocommerce-order-created.json"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Order Placed", "Order Completed", "Order Paid"], host.Events.Select(e => e.Name));
        Assert.All(host.Events, told => Assert.Equal(["email:john.doe@example.com"], told.Identity.Identifiers().Select(id => id.ToString())));
        Assert.Equal(new OrderRef("woo", "727"), host.Events[0].Order!.Order);
        Assert.Equal(
            [
                new OrderFact.Placed { At = Signed.At("2017-03-22T19:28:02Z") },
                new OrderFact.TotalAsOf { At = Signed.At("2017-03-22T19:28:08Z"), Total = new(2_935, "USD"), Rank = 4 },
                new OrderFact.Paid { At = Signed.At("2017-03-22T19:28:08Z") },
            ],
            host.Events[0].Order!.Facts);
        Assert.Equal("John", host.Events[0].Traits!["firstName"].GetString());
        Assert.All(host.Events.Skip(1), told => Assert.Null(told.Order));
        var product = host.Events[1].Properties!.Value.GetProperty("products")[0];
        Assert.Equal("""{"product_id":"93","name":"Woo Single #1","price":3,"quantity":2}""", product.GetRawText());
    }

    [Fact]
    public async Task Created_and_updated_complete_the_order_once()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.WooCommerceAsync("order.updated", Signed.Sample("woocommerce-order-updated.json"));
        await host.WooCommerceAsync("order.created", Signed.Sample("woocommerce-order-created.json"));

        var completed = host.Events.Where(e => e.Name == "Order Completed").ToList();
        Assert.Equal(2, completed.Count);
        Assert.Equal((completed[0].Id, completed[0].ContentHash), (completed[1].Id, completed[1].ContentHash));
        Assert.Equal(2, host.Events.Where(e => e.Order is not null).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_delivery_id_is_not_believed_and_the_body_is_the_key()
    {
        await using var host = await IntakeHost.StartAsync();
        var first = Signed.Change("woocommerce-order-created.json", _ => { });
        var second = Signed.Change("woocommerce-order-created.json", order => order["id"] = 728);

        await host.WooCommerceAsync("order.created", first, "same-second");
        await host.WooCommerceAsync("order.created", second, "same-second");
        await host.WooCommerceAsync("order.created", first, "another-second");

        var ids = host.Events.Where(e => e.Name == "Order Placed").Select(e => e.Id).ToList();
        Assert.Equal([ids[0], ids[1], ids[0]], ids);
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Theory]
    [InlineData("pending", false)]
    [InlineData("failed", false)]
    [InlineData("checkout-draft", false)]
    [InlineData("cancelled", false)]
    [InlineData("on-hold", true)]
    [InlineData("processing", true)]
    [InlineData("completed", true)]
    [InlineData("shipped-by-plugin", true)]
    public async Task An_order_counts_as_placed_once_the_shop_works_on_it(string status, bool placed)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.WooCommerceAsync("order.updated", Signed.Change("woocommerce-order-created.json", order =>
        {
            order["status"] = status;
            order["date_paid_gmt"] = null;
        }));

        Assert.Equal(placed, host.Events[0].Order!.Facts.Any(fact => fact is OrderFact.Placed));
        Assert.Equal(placed, host.Events.Any(e => e.Name == "Order Completed"));
        Assert.Equal(status == "cancelled", host.Events[0].Order!.Facts.Any(fact => fact is OrderFact.Cancelled));
        Assert.Equal(status == "cancelled", host.Events.Any(e => e.Name == "Order Cancelled"));
    }

    [Fact]
    public async Task Of_two_totals_of_one_second_the_later_state_ranks_higher()
    {
        await using var host = await IntakeHost.StartAsync();
        string[] states = ["checkout-draft", "pending", "failed", "on-hold", "processing", "completed", "cancelled", "refunded"];

        foreach (var state in states)
        {
            await host.WooCommerceAsync("order.updated", Signed.Change("woocommerce-order-created.json", order => order["status"] = state));
        }

        var ranks = host.Events.Where(e => e.Order is not null).Select(e => e.Order!.Facts.OfType<OrderFact.TotalAsOf>().Single().Rank).ToList();
        Assert.Equal(ranks.Distinct().Order(), ranks);
    }

    [Fact]
    public async Task Listed_refunds_are_positive_amounts_and_the_state_refunded_is_the_whole_order()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.WooCommerceAsync("order.updated", Signed.Change("woocommerce-order-updated.json", order =>
        {
            order["status"] = "refunded";
            order["refunds"] = JsonNode.Parse("""[{"id":730,"reason":"","total":"-10.00"}]""");
        }));

        var at = Signed.At("2017-03-22T19:30:35Z");
        Assert.Equal(
            [
                new OrderFact.Refunded { At = at, RefundId = "730", Amount = new(1_000, "USD") },
                new OrderFact.Refunded { At = at, RefundId = "whole" },
            ],
            host.Events[0].Order!.Facts.OfType<OrderFact.Refunded>());
        Assert.Equal(["refunded:727:730", "refunded:727:whole"], host.Events.Where(e => e.Name == "Order Refunded").Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task A_customer_of_the_shop_is_known_by_id()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.WooCommerceAsync("order.created", Signed.Change("woocommerce-order-created.json", order => order["customer_id"] = 25));
        await host.WooCommerceAsync("customer.updated", """
            {"id":25,"email":"j@example.com","first_name":"J","date_modified_gmt":"2017-03-21T16:12:30","billing":{"city":"SF","country":"US","phone":"1"}}
            """);

        Assert.Equal(new CustomerId("woo", "25"), host.Events[0].Identity.CustomerId);
        var customer = host.Events[^1];
        Assert.Equal(("Customer Updated", new CustomerId("woo", "25"), "j@example.com"), (customer.Name, customer.Identity.CustomerId, customer.Identity.Email));
        Assert.Equal(Signed.At("2017-03-21T16:12:30Z"), customer.OccurredAt);
        Assert.Equal(["email", "firstName", "phone", "address"], customer.Traits!.Keys);
    }

    [Fact]
    public async Task An_order_of_nobody_is_kept_aside_with_200()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.WooCommerceAsync("order.created", Signed.Change("woocommerce-order-created.json", order => order["billing"]!["email"] = ""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("customer", Assert.Single(host.Rejected).Field);
        Assert.Empty(host.Events);
    }

    [Theory]
    [InlineData("order.deleted")]
    [InlineData("product.updated")]
    [InlineData("")]
    public async Task Other_topics_are_ignored(string topic)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.WooCommerceAsync(topic, """{"id":727}""");

        Assert.True(answer.Body.GetProperty("ignored").GetBoolean());
    }

    [Fact]
    public async Task The_shops_own_error_instead_of_an_order_is_ignored_so_that_the_hook_lives_on()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.WooCommerceAsync("order.updated", """{"code":"woocommerce_rest_shop_order_invalid_id","message":"Invalid ID.","data":{"status":404}}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Body.GetProperty("ignored").GetBoolean());
    }

    [Theory]
    [InlineData("id", "null", "id")]
    [InlineData("status", "null", "status")]
    [InlineData("total", "\"?\"", "total")]
    [InlineData("date_created_gmt", "null", "date_created_gmt")]
    [InlineData("refunds", "[{\"total\":\"-1\"}]", "refunds.id")]
    public async Task A_field_that_cannot_be_read_is_400_and_named(string property, string value, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.WooCommerceAsync("order.created", Signed.Change("woocommerce-order-created.json", order => order[property] = JsonNode.Parse(value)));

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }
}
