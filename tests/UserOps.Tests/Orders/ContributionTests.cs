using NodaTime;
using UserOps.Domain;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Orders;

public sealed class ContributionTests
{
    private static readonly OrderRef Ref = new("shop", "o1");

    [Fact]
    public void A_refund_in_February_of_a_January_order_is_invisible_in_January()
    {
        var history = History("UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-05T10:00:00Z", 10_000), Refund("r1", "2026-02-10T10:00:00Z", 4_000));

        Assert.Equal((1, 10_000), Figures(history, "2026-01-31"));
        Assert.Equal((1, 10_000), Figures(history, "2026-02-09"));
        Assert.Equal((1, 6_000), Figures(history, "2026-02-10"));
        Assert.Equal((0, 0), Figures(history, "2026-01-04"));
    }

    [Fact]
    public void A_wholly_refunded_order_leaves_frequency_and_recency_on_the_day_of_the_last_refund()
    {
        var history = History(
            "UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-05T10:00:00Z", 10_000), Refund("r1", "2026-02-10T10:00:00Z", 4_000), Refund("r2", "2026-02-12T10:00:00Z", 6_000));

        Assert.Equal((1, 6_000), Figures(history, "2026-02-11"));
        Assert.Equal((0, 0), Figures(history, "2026-02-12"));
        Assert.Null(history.AsOf(Day("2026-02-12")).LastOrderDay);
        Assert.Equal(Day("2026-01-05"), history.AsOf(Day("2026-02-11")).LastOrderDay);
    }

    [Fact]
    public void A_cancelled_order_counts_until_the_day_before()
    {
        var history = History("UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-05T10:00:00Z", 900), new OrderFact.Cancelled { At = At("2026-01-07T00:00:00Z") });

        Assert.Equal((1, 900), Figures(history, "2026-01-06"));
        Assert.Equal((0, 0), Figures(history, "2026-01-07"));
    }

    [Fact]
    public void A_changed_total_holds_from_the_day_it_was_changed()
    {
        var history = History("UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-09T10:00:00Z", 700), Total("2026-01-05T10:00:00Z", 900));

        Assert.Equal((1, 900), Figures(history, "2026-01-08"));
        Assert.Equal((1, 700), Figures(history, "2026-01-09"));
    }

    [Fact]
    public void A_total_told_only_later_is_the_best_there_is_from_the_start()
    {
        var history = History("UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-09T10:00:00Z", 700));

        Assert.Equal((1, 700), Figures(history, "2026-01-05"));
    }

    [Theory]
    [InlineData("UTC", "2026-01-05")]
    [InlineData("Asia/Shanghai", "2026-01-06")]
    [InlineData("America/New_York", "2026-01-05")]
    public void Days_are_those_of_the_workspace(string zone, string day)
    {
        var history = History(zone, Placed("2026-01-05T20:00:00Z"), Total("2026-01-05T20:00:00Z", 900));

        Assert.Equal(Day(day), history.AsOf(Day("2026-02-01")).LastOrderDay);
    }

    [Fact]
    public void Foreign_money_is_kept_and_flagged_and_in_no_sum()
    {
        var order = Order("UTC", Placed("2026-01-05T10:00:00Z"), new OrderFact.TotalAsOf { At = At("2026-01-05T10:00:00Z"), Total = new(900, "EUR") });
        var contribution = Contribution.Of(order, DateTimeZone.Utc, "USD");

        Assert.Equal(new Money(900, "EUR"), contribution.Foreign);
        Assert.Equal((1, 0), Figures(PurchaseHistory.Empty.Replace([], contribution.Entries), "2026-02-01"));
    }

    [Fact]
    public void A_refund_without_its_order_contributes_nothing() =>
        Assert.Same(Contribution.None, Contribution.Of(Order("UTC", Refund("r1", "2026-02-10T10:00:00Z", 4_000)), DateTimeZone.Utc, "USD"));

    [Fact]
    public void The_same_refund_told_twice_counts_once()
    {
        var history = History(
            "UTC", Placed("2026-01-05T10:00:00Z"), Total("2026-01-05T10:00:00Z", 10_000), Refund("r1", "2026-02-10T10:00:00Z", 4_000), Refund("r1", "2026-02-10T10:00:00Z", 4_000));

        Assert.Equal((1, 6_000), Figures(history, "2026-02-10"));
    }

    private static (int Orders, long Amount) Figures(PurchaseHistory history, string day)
    {
        var purchases = history.AsOf(Day(day));
        return (purchases.Orders, purchases.AmountMinor);
    }

    private static PurchaseHistory History(string zone, params OrderFact[] facts) =>
        PurchaseHistory.Empty.Replace([], Contribution.Of(Order(zone, facts), Zone(zone), "USD").Entries);

    private static Order Order(string zone, params OrderFact[] facts) => OrderFold.Add(null, new(Ref, facts), Zone(zone));

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static int Day(string date) => Days.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

    private static OrderFact Placed(string at) => new OrderFact.Placed { At = At(at) };

    private static OrderFact Total(string at, long minor) => new OrderFact.TotalAsOf { At = At(at), Total = new(minor, "USD") };

    private static OrderFact Refund(string id, string at, long minor) => new OrderFact.Refunded { RefundId = id, At = At(at), Amount = new Money(minor, "USD") };

    [Fact]
    public void The_last_instant_there_is_has_a_day_in_every_zone()
    {
        foreach (var zone in (string[])["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
        {
            Assert.InRange(
                UserOps.Domain.Days.Of(DateTimeOffset.MaxValue, NodaTime.DateTimeZoneProviders.Tzdb[zone]),
                UserOps.Domain.Days.Of(DateOnly.MaxValue) - 1,
                UserOps.Domain.Days.Of(DateOnly.MaxValue));
        }
    }
}
