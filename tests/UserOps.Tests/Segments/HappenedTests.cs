using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class HappenedTests
{
    private static readonly AppliedEvent[] ThreeOrders =
    [
        new("Order Completed", Asked.At("2026-06-01T10:00:00Z"), Asked.Json("""{"total": 20}""")),
        new("Order Completed", Asked.At("2026-06-05T10:00:00Z"), Asked.Json("""{"total": 120}""")),
        new("Order Completed", Asked.At("2026-06-12T10:00:00Z"), Asked.Json("""{"total": 220, "offerEnds": "2026-06-17"}""")),
        new("Product Viewed", Asked.At("2026-06-14T10:00:00Z")),
    ];

    [Theory]
    [InlineData("""{"event": "Order Completed"}""", true, null)]
    [InlineData("""{"event": "order completed"}""", false, null)]
    [InlineData("""{"event": "Signed Up", "times": {"atMost": 0}}""", true, null)]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 3}}""", true, null)]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 4}}""", false, null)]
    [InlineData("""{"event": "Order Completed", "times": {"atMost": 2}}""", false, null)]
    [InlineData("""{"event": "Order Completed", "within": "P7D"}""", true, "2026-06-19T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "within": "P3D"}""", false, null)]

    // The first of three to fall out of thirty days ends "three times", the second "twice", the last one "at all"; then it is "never" again.
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 3}, "within": "P30D"}""", true, "2026-07-01T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 2}, "within": "P30D"}""", true, "2026-07-05T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 1}, "within": "P30D"}""", true, "2026-07-12T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "times": {"atMost": 0}, "within": "P30D"}""", false, "2026-07-12T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 1, "atMost": 2}, "within": "P30D"}""", false, "2026-07-01T10:00:00Z")]

    // Only those that fit.
    [InlineData("""{"event": "Order Completed", "within": "P30D", "where": {"field": "event.total", "op": "atLeast", "value": 300}}""", false, null)]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 2}, "within": "P30D", "where": {"field": "event.total", "op": "atLeast", "value": 100}}""", true, "2026-07-05T10:00:00Z")]
    [InlineData("""{"event": "Order Completed", "where": {"field": "event.offerEnds", "op": "withinNext", "value": "P7D"}}""", true, "2026-06-18T00:00:00Z")]
    [InlineData("""{"event": "Order Completed", "where": {"field": "event.offerEnds", "op": "withinNext", "value": "P1D"}}""", false, "2026-06-17T00:00:00Z")]
    public void Events_are_counted_for_as_long_as_they_count(string json, bool holds, string? until) =>
        Assert.Equal(
            new Verdict(holds, until is null ? null : Asked.At(until)),
            ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Asked.Somebody() with { Events = ThreeOrders }));

    [Fact]
    public void An_event_yet_to_come_counts_when_its_time_has_come() =>
        Assert.Equal(
            new Verdict(false, Asked.At("2026-06-12T10:00:00Z")),
            ConditionEvaluator.Evaluate(
                Asked.Read("""{"event": "Order Completed", "times": {"atLeast": 3}}"""), Asked.Somebody("2026-06-10T00:00:00Z") with { Events = ThreeOrders }));

    [Fact]
    public void The_event_at_hand_is_another_than_those_that_are_counted()
    {
        var facts = Asked.Somebody() with { Events = ThreeOrders, EventProperties = Asked.Json("""{"total": 5}""") };

        Assert.True(ConditionEvaluator.Evaluate(Asked.Read("""
            {"all": [
              {"field": "event.total", "op": "is", "value": 5},
              {"event": "Order Completed", "times": {"atMost": 0}, "where": {"field": "event.total", "op": "is", "value": 5}}]}
            """), facts).Holds);
    }
}
