using System.Net;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class StripeTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public async Task Session_and_payment_are_one_order_completed_once()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StripeAsync(Event("evt_1", "payment_intent.succeeded", """{"id":"pi_1","amount":1999,"amount_received":1999,"currency":"usd","customer":null,"receipt_email":null}"""));
        await host.StripeAsync(Event("evt_2", "checkout.session.completed", """
            {"id":"cs_1","mode":"payment","payment_status":"paid","payment_intent":"pi_1","amount_total":1999,"currency":"usd","customer":"cus_1",
             "customer_details":{"email":"a@b.example"}}
            """));
        await host.StripeAsync(Event("evt_3", "payment_intent.succeeded", """{"id":"pi_1","amount":1999,"currency":"usd","customer":{"id":"cus_1"}}"""));

        Assert.Equal(["Order Paid", "Order Paid", "Order Completed", "Order Paid", "Order Completed"], host.Events.Select(e => e.Name));
        Assert.Single(host.Events.Where(e => e.Order is not null).Select(e => e.Order!.Order).Distinct(), new OrderRef("pay", "pi_1"));
        Assert.Empty(host.Events[0].Identity.Identifiers());
        Assert.Equal(new CustomerId("pay", "cus_1"), host.Events[1].Identity.CustomerId);
        Assert.Equal("a@b.example", host.Events[1].Identity.Email);
        Assert.Equal(host.Events[2].Id, host.Events[4].Id);
        Assert.All(host.Events.Where(e => e.Order is not null), told => Assert.Equal(
            [new OrderFact.Placed { At = At }, new OrderFact.Paid { At = At }, new OrderFact.TotalAsOf { At = At, Total = new(1_999, "USD") }],
            told.Order!.Facts));
    }

    [Fact]
    public async Task Refunds_are_told_once_they_have_succeeded()
    {
        await using var host = await IntakeHost.StartAsync();

        var pending = await host.StripeAsync(Event("evt_1", "refund.created", """{"id":"re_1","status":"pending","amount":100,"currency":"usd","payment_intent":"pi_1"}"""));
        await host.StripeAsync(Event("evt_2", "refund.updated", """{"id":"re_1","status":"succeeded","amount":100,"currency":"usd","payment_intent":"pi_1","created":1700000100}"""));

        Assert.True(pending.Body.GetProperty("ignored").GetBoolean());
        var told = Assert.Single(host.Events);
        Assert.Equal(("Order Refunded", "evt_2"), (told.Name, told.DedupeKey));
        Assert.Empty(told.Identity.Identifiers());
        Assert.Equal([new OrderFact.Refunded { At = At.AddSeconds(100), RefundId = "re_1", Amount = new(100, "USD") }], told.Order!.Facts);
    }

    [Fact]
    public async Task An_expired_session_is_an_abandoned_checkout()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StripeAsync(Event("evt_1", "checkout.session.expired", """{"id":"cs_1","amount_total":500,"currency":"jpy","customer_email":"a@b.example"}"""));
        var nobody = await host.StripeAsync(Event("evt_2", "checkout.session.expired", """{"id":"cs_2"}"""));

        var told = Assert.Single(host.Events);
        Assert.Equal(("Checkout Abandoned", "a@b.example"), (told.Name, told.Identity.Email));
        Assert.Equal("""{"checkout_id":"cs_1","value":500,"currency":"JPY"}""", told.Properties!.Value.GetRawText());
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        Assert.Single(host.Rejected);
    }

    [Theory]
    [InlineData("checkout.session.completed", """{"id":"cs","mode":"subscription","payment_status":"paid"}""")]
    [InlineData("checkout.session.completed", """{"id":"cs","mode":"payment","payment_status":"unpaid"}""")]
    [InlineData("invoice.paid", """{"id":"in_1"}""")]
    [InlineData("charge.refunded", """{"id":"ch_1"}""")]
    public async Task What_would_count_a_purchase_twice_or_early_is_ignored(string type, string thing)
    {
        await using var host = await IntakeHost.StartAsync();

        Assert.True((await host.StripeAsync(Event("evt_1", type, thing))).Body.GetProperty("ignored").GetBoolean());
        Assert.Empty(host.Events);
    }

    [Theory]
    [InlineData("isk", 150_000, 1_500)]
    [InlineData("mga", 1_500, 150_000)]
    [InlineData("kwd", 1_500, 1_500)]
    [InlineData("krw", 1_500, 1_500)]
    [InlineData("eur", 1_500, 1_500)]
    public async Task Stripes_smallest_units_become_those_of_the_currency(string currency, long units, long minor)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StripeAsync(Event("evt_1", "payment_intent.succeeded", $$"""{"id":"pi_1","amount":{{units}},"currency":"{{currency}}","customer":"cus_1"}"""));

        Assert.Equal(minor, host.Events[0].Order!.Facts.OfType<OrderFact.TotalAsOf>().Single().Total.Minor);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    [InlineData(-300, HttpStatusCode.OK)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    public async Task A_signature_is_good_for_five_minutes_of_the_system_clock(int age, HttpStatusCode status)
    {
        await using var host = await IntakeHost.StartAsync();
        host.Time.Now += TimeSpan.FromDays(400);

        Assert.Equal(status, (await host.StripeAsync(Event("evt_1", "invoice.paid", "{}"), TimeSpan.FromSeconds(age))).Status);
    }

    [Fact]
    public async Task Another_secret_or_a_stripped_header_is_401()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Event("evt_1", "invoice.paid", "{}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.StripeAsync(body, secret: "whsec_other")).Status);
        foreach (var header in new[] { "", "t=1", "v1=00", "t=x,v1=00", $"t={IntakeHost.Start.ToUnixTimeSeconds()}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/webhooks/pay", body, ("Stripe-Signature", header))).Status);
        }
    }

    [Fact]
    public async Task A_customer_brings_traits()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StripeAsync(Event("evt_1", "customer.created", """{"id":"cus_1","email":"a@b.example","name":"A B","address":{"line1":"S 1","postal_code":"1"}}"""));

        var told = Assert.Single(host.Events);
        Assert.Equal(("Customer Created", new CustomerId("pay", "cus_1"), At), (told.Name, told.Identity.CustomerId, told.OccurredAt));
        Assert.Equal("""{"street":"S 1","postalCode":"1"}""", told.Traits!["address"].GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"customer.created","created":1,"data":{"object":{"id":"x"}}}""", "id")]
    [InlineData("""{"id":"evt","type":"customer.created","created":1}""", "data.object")]
    [InlineData("""{"id":"evt","type":"customer.created","created":"x","data":{"object":{"id":"x"}}}""", "created")]
    [InlineData("""{"id":"evt","type":"payment_intent.succeeded","created":1,"data":{"object":{"id":"x","amount":1.5,"currency":"usd"}}}""", "data.object.amount")]
    [InlineData("""{"id":"evt","type":"payment_intent.succeeded","created":1,"data":{"object":{"id":"x","amount":1,"currency":"money"}}}""", "data.object.currency")]
    [InlineData("[]", "id")]
    public async Task A_field_that_cannot_be_read_is_400_and_named(string body, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.StripeAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    private static string Event(string id, string type, string thing) =>
        "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"created\":1700000000,\"data\":{\"object\":" + thing + "}}";
}
