using UserOps.Domain.Orders;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

/// <summary>
/// Clocks in Berlin went on from 2:00 to 3:00 on 29 March 2026 and back from 3:00 to 2:00 on 25 October; on Lord Howe back by half an hour, from 2:00 to 1:30, on
/// 5 April, and on from 2:00 to 2:30 on 4 October.
/// </summary>
public class DaylightSavingTests
{
    private const string Berlin = "Europe/Berlin";
    private const string LordHowe = "Australia/Lord_Howe";

    [Theory]

    // By the calendar: the same time of day, 23 and 25 hours later.
    [InlineData(Berlin, "2026-03-28T11:00:00Z", "P1D", "2026-03-29T10:00:00Z")]
    [InlineData(Berlin, "2026-10-24T10:00:00Z", "P1D", "2026-10-25T11:00:00Z")]
    [InlineData(LordHowe, "2026-04-04T01:00:00Z", "P1D", "2026-04-05T01:30:00Z")]
    [InlineData(LordHowe, "2026-10-03T01:30:00Z", "P1D", "2026-10-04T01:00:00Z")]
    [InlineData(Berlin, "2026-03-01T11:00:00Z", "P30D", "2026-03-31T10:00:00Z")]
    [InlineData(Berlin, "2026-01-31T11:00:00Z", "P2M", "2026-03-31T10:00:00Z")]
    [InlineData(Berlin, "2026-01-31T11:00:00Z", "P1M", "2026-02-28T11:00:00Z")]

    // By the clock.
    [InlineData(Berlin, "2026-03-28T11:00:00Z", "PT24H", "2026-03-29T11:00:00Z")]
    [InlineData(LordHowe, "2026-04-04T01:00:00Z", "PT24H", "2026-04-05T01:00:00Z")]

    // First the calendar, then the clock.
    [InlineData(Berlin, "2026-03-28T00:30:00Z", "P1DT2H", "2026-03-29T02:30:00Z")]

    // 2:30 is left out on that day, and 2:15 on Lord Howe: as much later as the clocks go on.
    [InlineData(Berlin, "2026-03-28T01:30:00Z", "P1D", "2026-03-29T01:30:00Z")]
    [InlineData(LordHowe, "2026-10-02T15:45:00Z", "P1D", "2026-10-03T15:45:00Z")]

    // 2:30 comes twice, and 1:45 on Lord Howe: the first time.
    [InlineData(Berlin, "2026-10-24T00:30:00Z", "P1D", "2026-10-25T00:30:00Z")]
    [InlineData(LordHowe, "2026-04-03T14:45:00Z", "P1D", "2026-04-04T14:45:00Z")]

    // From within the hour that comes twice, its second time too.
    [InlineData(Berlin, "2026-10-25T01:30:00Z", "PT1H", "2026-10-25T02:30:00Z")]
    [InlineData(Berlin, "2026-10-25T01:30:00Z", "P1D", "2026-10-26T01:30:00Z")]
    public void Within_the_last_ends_so_long_after_the_instant(string zone, string instant, string duration, string ends)
    {
        var facts = Asked.Somebody(instant, zone) with { LastSeen = Asked.At(instant) };
        var within = Asked.Read($$"""{"field": "user.lastSeen", "op": "withinLast", "value": "{{duration}}"}""");

        Assert.Equal(new Verdict(true, Asked.At(ends)), ConditionEvaluator.Evaluate(within, facts));
        Assert.True(ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(ends).AddTicks(-1) }).Holds);
        Assert.Equal(new Verdict(false, null), ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(ends) }));
        Assert.Equal(new Verdict(false, Asked.At(instant)), ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(instant).AddTicks(-1) }));
    }

    [Theory]
    [InlineData(Berlin, "2026-03-29", "P1D", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData(Berlin, "2026-10-25", "P1D", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData(LordHowe, "2026-04-05", "P1D", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z")]
    [InlineData(LordHowe, "2026-10-04", "P7D", "2026-10-03T13:30:00Z", "2026-10-10T13:00:00Z")]

    // Cairo's day begins at 1:00 on 24 April 2026, as it has no midnight; Havana's began with the first of its two on 3 November 2019.
    [InlineData("Africa/Cairo", "2026-04-24", "P1D", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z")]
    [InlineData("America/Havana", "2019-11-03", "P1D", "2019-11-03T04:00:00Z", "2019-11-04T05:00:00Z")]

    // Samoa had no 30 December 2011.
    [InlineData("Pacific/Apia", "2011-12-29", "P1D", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29", "P2D", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z")]
    public void An_order_was_within_the_last_days_from_midnight_to_midnight(string zone, string day, string duration, string begins, string ends)
    {
        var orderDay = UserOps.Domain.Days.Of(DateOnly.Parse(day, null));
        var facts = Asked.Somebody(zone: zone) with { Purchases = PurchaseHistory.Empty.Replace([], [new(orderDay, orderDay, 1, 100)]) };
        var within = Asked.Read($$"""{"field": "orders.last", "op": "withinLast", "value": "{{duration}}"}""");

        Assert.Equal(new Verdict(false, Asked.At(begins)), ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(begins).AddTicks(-1) }));
        Assert.Equal(new Verdict(true, Asked.At(ends)), ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(begins) }));
        Assert.False(ConditionEvaluator.Evaluate(within, facts with { Now = Asked.At(ends) }).Holds);
    }

    [Theory]
    [InlineData(Berlin, "2026-03-20", 9, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData(LordHowe, "2026-04-01", 4, "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z")]
    public void Days_since_the_last_order_go_up_at_local_midnight(string zone, string day, int days, string begins, string ends)
    {
        var orderDay = UserOps.Domain.Days.Of(DateOnly.Parse(day, null));
        var facts = Asked.Somebody(zone: zone) with { Purchases = PurchaseHistory.Empty.Replace([], [new(orderDay, orderDay, 1, 100)]) };
        var recency = Asked.Read($$"""{"field": "orders.recencyDays", "op": "is", "value": {{days}}}""");

        Assert.Equal(new Verdict(false, Asked.At(begins)), ConditionEvaluator.Evaluate(recency, facts with { Now = Asked.At(begins).AddDays(-2) }));
        Assert.Equal(new Verdict(true, Asked.At(ends)), ConditionEvaluator.Evaluate(recency, facts with { Now = Asked.At(begins) }));
        Assert.Equal(new Verdict(false, null), ConditionEvaluator.Evaluate(recency, facts with { Now = Asked.At(ends) }));
    }

    [Fact]
    public void A_day_put_back_over_midnight_is_the_day_before_again()
    {
        // Newfoundland, 7 November 2010: at 0:01 it was 23:01 of the 6th again.
        var orderDay = UserOps.Domain.Days.Of(new DateOnly(2010, 11, 7));
        var facts = Asked.Somebody(zone: "America/St_Johns") with { Purchases = PurchaseHistory.Empty.Replace([], [new(orderDay, orderDay, 1, 100)]) };
        var bought = Asked.Read("""{"field": "orders.count", "op": "atLeast", "value": 1}""");

        Assert.Equal(new Verdict(true, Asked.At("2010-11-07T02:31:00Z")), ConditionEvaluator.Evaluate(bought, facts with { Now = Asked.At("2010-11-07T02:30:30Z") }));
        Assert.False(ConditionEvaluator.Evaluate(bought, facts with { Now = Asked.At("2010-11-07T02:31:00Z") }).Holds);
    }
}
