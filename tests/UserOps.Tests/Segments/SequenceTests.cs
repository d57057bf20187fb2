using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class SequenceTests
{
    private static readonly AppliedEvent[] Said =
    [
        new("Product Viewed", Asked.At("2026-06-01T10:00:00Z"), Asked.Json("""{"sku": "tea"}""")),
        new("Product Viewed", Asked.At("2026-06-10T10:00:00Z"), Asked.Json("""{"sku": "cup"}""")),
        new("Product Added", Asked.At("2026-06-10T10:00:00Z")),
        new("Order Completed", Asked.At("2026-06-12T10:00:00Z"), Asked.Json("""{"total": 20}""")),
        new("Product Viewed", Asked.At("2026-06-14T10:00:00Z"), Asked.Json("""{"sku": "tea"}""")),
    ];

    [Theory]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed"}]}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Order Completed"}, {"event": "Product Viewed"}]}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Order Completed"}, {"event": "Product Added"}]}""", false, null)]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed"}, {"event": "Product Viewed"}]}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Product Viewed"}, {"event": "Product Viewed"}]}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Order Completed"}, {"event": "Order Completed"}]}""", false, null)]

    // At the same instant is not after: only the first look came before the cart.
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Product Added"}], "within": "P9D"}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Product Added"}], "within": "P8D"}""", false, null)]

    // From the first to the last, both included.
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed"}], "within": "PT48H"}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed"}], "within": "PT47H"}""", false, null)]

    // The look that comes first must not be too long ago; a later one will do.
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed"}], "since": "P7D"}""", true, "2026-06-17T10:00:00Z")]
    [InlineData("""{"sequence": [{"event": "Product Viewed", "where": {"field": "event.sku", "op": "is", "value": "tea"}}, {"event": "Order Completed"}], "since": "P15D"}""", true, "2026-06-16T10:00:00Z")]
    [InlineData("""{"sequence": [{"event": "Product Viewed", "where": {"field": "event.sku", "op": "is", "value": "tea"}}, {"event": "Order Completed"}], "since": "P7D"}""", false, null)]

    // The first look was followed by nothing for three days, the last not yet.
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed", "not": true}], "within": "P3D"}""", true, null)]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed", "not": true}], "within": "P3D", "since": "P7D"}""", false, "2026-06-17T10:00:00Z")]
    [InlineData("""{"sequence": [{"event": "Product Viewed"}, {"event": "Product Added"}, {"event": "Order Completed", "not": true}], "within": "P9D"}""", false, null)]
    public void Events_count_in_their_order(string json, bool holds, string? until) =>
        Assert.Equal(
            new Verdict(holds, until is null ? null : Asked.At(until)),
            ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Asked.Somebody() with { Events = Said }));

    [Fact]
    public void Somebody_who_looked_and_bought_nothing_is_known_once_the_time_is_over_and_forgotten_in_due_course()
    {
        var asked = Asked.Read("""{"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed", "not": true}], "within": "P3D", "since": "P7D"}""", ConditionScope.Segment);

        Assert.Equal(new Verdict(true, Asked.At("2026-06-21T10:00:00Z")), ConditionEvaluator.Evaluate(asked, Asked.Somebody("2026-06-17T10:00:00Z") with { Events = Said }));

        // An order at the last instant is one in time.
        var bought = new AppliedEvent("Order Completed", Asked.At("2026-06-17T10:00:00Z"));
        Assert.Equal(new Verdict(false, null), ConditionEvaluator.Evaluate(asked, Asked.Somebody("2026-06-17T10:00:00Z") with { Events = [.. Said, bought] }));
    }

    [Fact]
    public void Where_clocks_are_put_back_time_that_began_later_may_be_over_earlier()
    {
        // Half past two in summer time, and ten past two in winter time 40 minutes later: a day on, those are 20 minutes apart the other way round.
        AppliedEvent[] said = [new("A", Asked.At("2026-10-24T20:00:00Z")), new("B", Asked.At("2026-10-25T00:30:00Z")), new("B", Asked.At("2026-10-25T01:10:00Z"))];
        var asked = Asked.Read("""{"sequence": [{"event": "A"}, {"event": "B"}, {"event": "C", "not": true}], "within": "P1D"}""");

        Assert.Equal(
            new Verdict(false, Asked.At("2026-10-26T01:10:00Z")), ConditionEvaluator.Evaluate(asked, Asked.Somebody("2026-10-25T12:00:00Z", "Europe/Berlin") with { Events = said }));
    }

    [Fact]
    public void Five_thousand_looks_and_orders_are_answered_at_once()
    {
        var many = Enumerable.Range(0, 10_000).Select(i => new AppliedEvent(i % 2 == 0 ? "Product Viewed" : "Order Completed", Asked.Noon.AddMinutes(-i))).ToArray();
        var asked = Asked.Read(
            """{"sequence": [{"event": "Product Viewed"}, {"event": "Product Viewed"}, {"event": "Order Completed", "not": true}], "within": "P30D", "since": "P90D"}""");

        Assert.Equal(new Verdict(false, Asked.At("2026-07-15T12:00:00Z")), ConditionEvaluator.Evaluate(asked, Asked.Somebody() with { Events = many }));
    }
}
