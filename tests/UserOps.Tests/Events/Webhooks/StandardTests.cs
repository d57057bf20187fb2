using System.Net;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class StandardTests
{
    private const string Vector = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    [Fact]
    public async Task The_published_vector_is_accepted_in_its_time()
    {
        await using var host = await IntakeHost.StartAsync();
        host.System.Now = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

        var genuine = await host.StandardRawAsync("""{"test": 2432232314}""", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, Vector);
        host.System.Now += TimeSpan.FromSeconds(301);
        var late = await host.StandardRawAsync("""{"test": 2432232314}""", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, Vector);

        // The body has no type: the signature was good, the form is not ours.
        Assert.Equal((HttpStatusCode.BadRequest, "type"), (genuine.Status, genuine.Field));
        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OI=")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public async Task Another_signature_is_401(string signature)
    {
        await using var host = await IntakeHost.StartAsync();
        host.System.Now = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

        var answer = await host.StandardRawAsync("""{"test": 2432232314}""", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, signature);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task One_of_several_signatures_is_enough_and_the_id_is_signed_too()
    {
        await using var host = await IntakeHost.StartAsync();
        const string Body = """{"type":"Signed Up","data":{"userId":"u"}}""";
        var at = IntakeHost.Start.ToUnixTimeSeconds();

        Assert.Equal(HttpStatusCode.OK, (await host.StandardAsync(Body)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.StandardRawAsync(Body, "msg_2", at, Signed.StandardSignature(Body, "msg_1", at))).Status);
        Assert.Equal("msg_1", Assert.Single(host.Events).DedupeKey);
    }

    [Fact]
    public async Task The_suites_own_form_carries_person_traits_properties_and_order()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StandardAsync("""
            {"type":"Order Completed","timestamp":"2026-11-21T10:00:00Z","data":{"customerId":"c1","email":"a@b.example","traits":{"plan":"pro"},
             "properties":{"channel":"app"},"order":{"id":"o1","total":12.5,"currency":"eur"}}}
            """);

        var told = Assert.Single(host.Events);
        var at = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(("app", "Order Completed", at, EventType.Track), (told.Source, told.Name, told.OccurredAt, told.Type));
        Assert.Equal(new Identity { CustomerId = new("app", "c1"), Email = "a@b.example", Trusted = true }, told.Identity);
        Assert.Equal("pro", told.Traits!["plan"].GetString());
        Assert.Equal("""{"channel":"app"}""", told.Properties!.Value.GetRawText());
        Assert.Equal(new OrderRef("app", "o1"), told.Order!.Order);
        Assert.Equal([new OrderFact.Placed { At = at }, new OrderFact.TotalAsOf { At = at, Total = new(1_250, "EUR") }], told.Order.Facts);
    }

    [Theory]
    [InlineData("""{"id":"o","status":"cancelled"}""", "cancelled")]
    [InlineData("""{"id":"o","status":"refunded"}""", "refunded all")]
    [InlineData("""{"id":"o","status":"refunded","refund":{"id":"r","total":1}}""", "refunded 100")]
    [InlineData("""{"id":"o","status":"paid","total":3,"placedAt":"2026-11-20T00:00:00Z"}""", "paid,total 300,placed 20")]
    [InlineData("""{"id":"o","total":3}""", "total 300")]
    public async Task An_order_says_its_state(string order, string facts)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.StandardAsync($$$"""{"type":"Shop Synchronised","data":{"userId":"u","order":{{{order}}}}}""");

        Assert.Equal(facts, string.Join(',', host.Events[0].Order!.Facts.Select(fact => fact switch
        {
            OrderFact.Placed placed => $"placed {placed.At.Day}",
            OrderFact.Paid => "paid",
            OrderFact.Cancelled => "cancelled",
            OrderFact.TotalAsOf total => $"total {total.Total.Minor}",
            OrderFact.Refunded { Amount: { } amount } => $"refunded {amount.Minor}",
            _ => "refunded all",
        })));
    }

    [Fact]
    public async Task What_happens_to_an_order_later_need_not_name_its_customer()
    {
        await using var host = await IntakeHost.StartAsync();

        var refund = await host.StandardAsync("""{"type":"Order Refunded","data":{"order":{"id":"o"}}}""", "msg_1");
        var placed = await host.StandardAsync("""{"type":"Order Completed","data":{"order":{"id":"o"}}}""", "msg_2");

        Assert.Equal(HttpStatusCode.OK, refund.Status);
        Assert.Empty(Assert.Single(host.Events).Identity.Identifiers());
        Assert.Equal((HttpStatusCode.BadRequest, "data.userId"), (placed.Status, placed.Field));
    }

    [Theory]
    [InlineData("""{"data":{"userId":"u"}}""", "type")]
    [InlineData("""{"type":5,"data":{"userId":"u"}}""", "type")]
    [InlineData("""{"type":"E","timestamp":"x","data":{"userId":"u"}}""", "timestamp")]
    [InlineData("""{"type":"E"}""", "data.userId")]
    [InlineData("""{"type":"E","data":[]}""", "data")]
    [InlineData("""{"type":"E","data":{"userId":"guest"}}""", "data.userId")]
    [InlineData("""{"type":"E","data":{"userId":"u","customerId":"c"}}""", "data.customerId")]
    [InlineData("""{"type":"E","data":{"userId":"u","email":"nobody"}}""", "data.email")]
    [InlineData("""{"type":"E","data":{"userId":"u","traits":1}}""", "data.traits")]
    [InlineData("""{"type":"E","data":{"userId":"u","properties":1}}""", "data.properties")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":1}}""", "data.order")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":{"total":1}}}""", "data.order.id")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":{"id":"o","total":-1}}}""", "data.order.total")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":{"id":"o","currency":"x"}}}""", "data.order.currency")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":{"id":"o","status":"sold"}}}""", "data.order.status")]
    [InlineData("""{"type":"E","data":{"userId":"u","order":{"id":"o","refund":{"total":"x"}}}}""", "data.order.refund.total")]
    [InlineData("[]", "type")]
    public async Task A_field_that_cannot_be_read_is_400_and_named(string body, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.StandardAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Equal("app", Assert.Single(host.Rejected).Source);
    }
}
