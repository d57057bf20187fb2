using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class ShopifyTests
{
    private static readonly DateTimeOffset Created = At("2025-07-02T16:31:05Z");

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
        Assert.Equal((name, "shop", $"{topic}:event:event-1"), (told.Name, told.Source, told.DedupeKey));
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
        var changed = Change("shopify-orders-paid.json", order => order["note"] = "later");

        await host.ShopifyAsync("orders/create", Signed.Sample("shopify-orders-paid.json"), "event-1");
        await host.ShopifyAsync("orders/paid", changed, "event-1");

        var completed = host.Events.Where(e => e.Name == "Order Completed").ToList();
        Assert.Equal(completed[0].Id, completed[1].Id);
        Assert.Equal(completed[0].ContentHash, completed[1].ContentHash);
        Assert.Equal(2, host.Events.Where(e => e.Order is not null).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_delivery_is_known_again_by_event_and_topic_or_by_its_own_id_or_by_its_body()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Signed.Sample("shopify-customers-update.json");

        await host.ShopifyAsync("customers/update", body, "e1", "w1");
        await host.ShopifyAsync("customers/update", body, "e1", "w1");
        await host.ShopifyAsync("customers/update", body, "e1", "w2");
        await host.ShopifyAsync("customers/create", body, "e1", "w3");
        await host.ShopifyAsync("customers/update", body, null, "w1");
        await host.ShopifyAsync("customers/update", body, null, "w1");
        await host.ShopifyAsync("customers/update", body);
        await host.ShopifyAsync("customers/update", body);

        var ids = host.Events.Select(e => e.Id).ToList();
        Assert.Equal([ids[0], ids[0], ids[0], ids[3], ids[4], ids[4], ids[6], ids[6]], ids);
        Assert.Equal(4, ids.Distinct().Count());
    }

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
        Assert.Equal(At("2008-01-10T16:00:00Z"), Assert.Single(updated.Order!.Facts.OfType<OrderFact.Placed>()).At);
        Assert.Equal(new Money(59_894, "USD"), Assert.Single(updated.Order.Facts.OfType<OrderFact.TotalAsOf>()).Total);
        var listed = Assert.Single(updated.Order.Facts.OfType<OrderFact.Refunded>());
        Assert.Equal(new OrderFact.Refunded { At = At("2025-07-02T16:29:59Z"), RefundId = "509562969", Amount = new(20_900, "USD") }, listed);
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
        Assert.Equal([new OrderFact.Refunded { At = At("2025-07-02T16:38:34Z"), RefundId = "929361472", Amount = new(4_194, "USD") }], told.Order.Facts);
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

    [Fact]
    public async Task A_cancelled_order_says_when()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("orders/cancelled", Change("shopify-orders-paid.json", order =>
        {
            order["cancelled_at"] = "2025-07-03T00:00:00+02:00";
            order["cancel_reason"] = "customer";
        }));

        var told = Assert.Single(host.Events);
        Assert.Equal(("Order Cancelled", At("2025-07-02T22:00:00Z")), (told.Name, told.OccurredAt));
        Assert.Contains(new OrderFact.Cancelled { At = told.OccurredAt }, told.Order!.Facts);
        Assert.Equal("customer", told.Properties!.Value.GetProperty("cancel_reason").GetString());
    }

    [Theory]
    [InlineData("orders/create", 0, 1)]
    [InlineData("orders/paid", 0, 1)]
    [InlineData("checkouts/create", 0, 1)]
    [InlineData("orders/updated", 1, 0)]
    [InlineData("orders/cancelled", 1, 0)]
    public async Task Where_nobody_is_named_an_announcement_is_kept_aside_and_a_change_finds_its_order(string topic, int accepted, int rejected)
    {
        await using var host = await IntakeHost.StartAsync();
        var sample = topic.StartsWith("orders", StringComparison.Ordinal) ? "shopify-orders-paid.json" : "shopify-checkouts-update.json";

        var answer = await host.ShopifyAsync(topic, Change(sample, order =>
        {
            order["customer"] = null;
            order["email"] = "";
            order["contact_email"] = null;
        }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((accepted, rejected), (host.Events.Count, host.Rejected.Count));
        Assert.All(host.Rejected, kept => Assert.Contains("names no customer", kept.Reason, StringComparison.Ordinal));
        Assert.All(host.Events, told => Assert.Empty(told.Identity.Identifiers()));
    }

    [Fact]
    public async Task A_test_order_is_ignored()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.ShopifyAsync("orders/create", Change("shopify-orders-paid.json", order => order["test"] = true));

        Assert.True(answer.Body.GetProperty("ignored").GetBoolean());
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task A_guests_order_is_known_by_the_address()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("orders/create", Change("shopify-orders-paid.json", order => order["customer"] = null));

        Assert.Equal(["email:foo@example.com"], host.Events[0].Identity.Identifiers().Select(id => id.ToString()));
    }

    [Fact]
    public async Task A_customer_brings_traits_under_their_usual_names()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("customers/update", Signed.Sample("shopify-customers-update.json"));

        var told = Assert.Single(host.Events);
        Assert.Equal((EventType.Identify, "Customer Updated", At("2025-07-02T16:25:58Z")), (told.Type, told.Name, told.OccurredAt));
        Assert.Equal(new CustomerId("shop", "207119551"), told.Identity.CustomerId);
        Assert.Equal("bob.norman@mail.example.com", told.Identity.Email);
        var traits = told.Traits!.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText());
        Assert.Equal("\"Bob\"", traits["firstName"]);
        Assert.Equal("\"Norman\"", traits["lastName"]);
        Assert.Equal("\"+16136120707\"", traits["phone"]);
        Assert.Equal("""["Léon","Noël"]""", traits["tags"]);
        Assert.Equal("\"not_subscribed\"", traits["emailMarketingState"]);
        Assert.Equal("\"single_opt_in\"", traits["smsMarketingOptInLevel"]);
        Assert.Equal("""{"street":"Chestnut Street 92","city":"Louisville","state":"Kentucky","postalCode":"40202","country":"US"}""", traits["address"]);
    }

    [Fact]
    public async Task What_a_customer_took_back_is_a_trait_of_null()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("customers/update", Change("shopify-customers-update.json", customer => customer["phone"] = null));

        Assert.Equal(JsonValueKind.Null, host.Events[0].Traits!["phone"].ValueKind);
    }

    [Theory]
    [InlineData("checkouts/create", "Checkout Started")]
    [InlineData("checkouts/update", "Checkout Updated")]
    public async Task A_checkout_tells_what_is_in_it_and_how_to_come_back(string topic, string name)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync(topic, Signed.Sample("shopify-checkouts-update.json"));

        var told = Assert.Single(host.Events);
        Assert.Equal((name, At("2012-10-12T11:05:27Z")), (told.Name, told.OccurredAt));
        Assert.Null(told.Order);
        Assert.Equal(379.69m, told.Properties!.Value.GetProperty("value").GetDecimal());
        Assert.EndsWith("/recover", told.Properties.Value.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, told.Properties.Value.GetProperty("products").GetArrayLength());
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

        var answer = await host.ShopifyAsync(topic, Change("shopify-orders-paid.json", order => order[property] = JsonNode.Parse(value)));

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Single(host.Rejected);
        Assert.Empty(host.Events);
    }

    [Theory]
    [InlineData("orders/create")]
    [InlineData("refunds/create")]
    [InlineData("customers/update")]
    [InlineData("checkouts/update")]
    public async Task A_body_of_another_shape_is_400(string topic)
    {
        await using var host = await IntakeHost.StartAsync();

        foreach (var body in new[] { "[]", "1", "\"x\"", "null", "{}" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await host.ShopifyAsync(topic, body)).Status);
        }
    }

    [Fact]
    public async Task An_order_of_500_lines_keeps_them_all()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Change("shopify-orders-paid.json", order =>
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

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Change(string sample, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Signed.Sample(sample))!;
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
