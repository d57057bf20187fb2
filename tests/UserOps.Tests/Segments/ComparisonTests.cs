using UserOps.Domain;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class ComparisonTests
{
    [Theory]
    [InlineData("\"Ulm\"", "is", "\"ulm\"", true)]
    [InlineData("\"Ulm\"", "isNot", "\"Ulm\"", false)]
    [InlineData("null", "isNot", "\"Ulm\"", true)]
    [InlineData("5", "is", "\"5\"", false)]
    [InlineData("5", "is", "5.0", true)]
    [InlineData("true", "is", "true", true)]
    [InlineData("false", "is", "true", false)]
    [InlineData("\"Ulm\"", "in", "[1, \"Köln\", \"ULM\"]", true)]
    [InlineData("\"Bonn\"", "notIn", "[\"Köln\", \"Ulm\"]", true)]
    [InlineData("\"Neu-Ulm\"", "contains", "\"ulm\"", true)]
    [InlineData("\"Neu-Ulm\"", "startsWith", "\"neu\"", true)]
    [InlineData("\"Neu-Ulm\"", "startsWith", "\"ulm\"", false)]
    [InlineData("[\"Ulm\"]", "contains", "\"Ulm\"", false)]
    [InlineData("{}", "exists", null, true)]
    [InlineData("null", "exists", null, false)]
    [InlineData("null", "missing", null, true)]
    [InlineData("19.9", "lessThan", "19.9", false)]
    [InlineData("19.9", "atMost", "19.9", true)]
    [InlineData("19.9", "atLeast", "19.9", true)]
    [InlineData("19.9", "moreThan", "19.9", false)]
    [InlineData("19.9", "between", "[19.9, 20]", true)]
    [InlineData("20.1", "between", "[19.9, 20]", false)]
    [InlineData("\"19.9\"", "atLeast", "1", false)]
    [InlineData("1e999", "atLeast", "1", false)]
    [InlineData("\"2026-01-31\"", "before", "\"2026-02-01\"", true)]
    [InlineData("\"2026-01-31\"", "before", "\"2026-01-31\"", false)]
    [InlineData("\"2026-01-31T23:59:59Z\"", "after", "\"2026-01-31\"", false)]
    [InlineData("\"2026-02-01T00:00:00+00:00\"", "after", "\"2026-01-31\"", true)]
    [InlineData("\"2026-02-01T00:00:00+02:00\"", "onDay", "\"2026-01-31\"", true)]
    [InlineData("\"2026-02-01T08:00:00\"", "before", "\"2026-02-01T08:00:00.1Z\"", true)]
    [InlineData("\"2026-02-30\"", "before", "\"2026-12-31\"", false)]
    [InlineData("\"soon\"", "withinNext", "\"P3D\"", false)]
    [InlineData("\"soon\"", "notWithinLast", "\"P3D\"", true)]
    [InlineData("\"9999-12-31\"", "after", "\"2026-01-31\"", true)]
    [InlineData("\"9999-12-31T23:59:59-12:00\"", "withinLast", "\"P10Y\"", false)]
    [InlineData("\"9999-12-31\"", "withinNext", "\"P10Y\"", false)]
    [InlineData("\"9999-12-31\"", "anniversaryWithinNext", "\"P1D\"", false)]
    [InlineData("\"0001-01-01T00:00:00+14:00\"", "withinLast", "\"P10Y\"", false)]
    public void Of_a_trait_holds_for_ever_or_never(string trait, string op, string? value, bool holds) =>
        Assert.Equal(new Verdict(holds, null), Asked.OfTrait(Asked.Somebody(), trait, op, value));

    [Theory]

    // On 15 June, a Monday at noon UTC.
    [InlineData("\"2026-06-15\"", "withinNext", "\"P1D\"", true, "2026-06-16T00:00:00Z")]
    [InlineData("\"2026-06-17\"", "withinNext", "\"P3D\"", true, "2026-06-18T00:00:00Z")]
    [InlineData("\"2026-06-18\"", "withinNext", "\"P3D\"", false, "2026-06-16T00:00:00Z")]
    [InlineData("\"2026-06-15T13:00:00Z\"", "withinNext", "\"PT1H\"", true, "2026-06-15T13:00:00Z")]
    [InlineData("\"2026-06-15T13:00:01Z\"", "withinNext", "\"PT1H\"", false, "2026-06-15T12:00:01Z")]
    [InlineData("\"2026-06-14\"", "withinLast", "\"P2D\"", true, "2026-06-16T00:00:00Z")]
    [InlineData("\"2026-06-14\"", "notWithinLast", "\"P2D\"", false, "2026-06-16T00:00:00Z")]
    [InlineData("\"2026-06-16\"", "withinLast", "\"P2D\"", false, "2026-06-16T00:00:00Z")]
    [InlineData("\"1990-06-15\"", "anniversaryWithinNext", "\"P1D\"", true, "2026-06-16T00:00:00Z")]
    [InlineData("\"1990-06-21\"", "anniversaryWithinNext", "\"P7D\"", true, "2026-06-22T00:00:00Z")]
    [InlineData("\"1990-06-22\"", "anniversaryWithinNext", "\"P7D\"", false, "2026-06-16T00:00:00Z")]
    [InlineData("\"1990-06-14\"", "anniversaryWithinNext", "\"P7D\"", false, "2027-06-08T00:00:00Z")]
    [InlineData("\"2026-06-15\"", "anniversaryWithinNext", "\"P7D\"", false, "2027-06-09T00:00:00Z")]
    [InlineData("\"2030-01-01\"", "anniversaryWithinNext", "\"P1D\"", false, "2031-01-01T00:00:00Z")]
    [InlineData("\"1990-06-15T22:00:00Z\"", "anniversaryWithinNext", "\"P1D\"", true, "2026-06-16T00:00:00Z")]
    public void Of_a_date_holds_until_its_time_is_over(string trait, string op, string? value, bool holds, string until) =>
        Assert.Equal(new Verdict(holds, Asked.At(until)), Asked.OfTrait(Asked.Somebody(), trait, op, value));

    [Fact]
    public void An_instant_finer_than_our_clocks_is_over_when_they_say_so()
    {
        var (holds, until) = Asked.OfTrait(Asked.Somebody(), "\"2026-06-15T11:30:00.123456789Z\"", "withinLast", "\"PT1H\"");

        Assert.Equal((true, Asked.At("2026-06-15T12:30:00.1234567Z")), (holds, until!.Value));
        Assert.Equal(
            new Verdict(false, null),
            Asked.OfTrait(Asked.Somebody() with { Now = until.Value }, "\"2026-06-15T11:30:00.123456789Z\"", "withinLast", "\"PT1H\""));
    }

    [Theory]
    [InlineData("2027-02-27T12:00:00Z", true, "2027-03-01T00:00:00Z")]
    [InlineData("2027-03-01T00:00:00Z", false, "2028-02-28T00:00:00Z")]
    [InlineData("2028-02-29T12:00:00Z", true, "2028-03-01T00:00:00Z")]
    public void Who_was_born_on_29_February_has_a_birthday_every_year(string now, bool holds, string until) =>
        Assert.Equal(new Verdict(holds, Asked.At(until)), Asked.OfTrait(Asked.Somebody(now), "\"2000-02-29\"", "anniversaryWithinNext", "\"P2D\""));

    [Theory]
    [InlineData("orders.count", "is", "2", true)]
    [InlineData("orders.amount", "is", "59.4", true)]
    [InlineData("orders.first", "onDay", "\"2026-05-01\"", true)]
    [InlineData("orders.last", "onDay", "\"2026-06-10\"", true)]
    [InlineData("orders.recencyDays", "atMost", "5", true)]
    [InlineData("score.recency", "is", "5", true)]
    [InlineData("score.frequency", "is", "1", true)]
    [InlineData("score.monetary", "is", "2", true)]
    [InlineData("score.segment", "is", "\"new-customers\"", true)]
    [InlineData("score.segment11", "in", "[\"new\", \"lost\"]", true)]
    [InlineData("score.segment8", "is", "\"general-win-back\"", true)]
    [InlineData("stage", "isNot", "\"growing\"", false)]
    [InlineData("churn.risk", "in", "[\"watch\", \"at-risk\"]", true)]
    [InlineData("churn.risk", "is", "\"healthy\"", false)]
    [InlineData("value.tier", "is", "\"high\"", true)]
    [InlineData("expected.alive", "is", "0.726", true)]
    [InlineData("expected.alive", "lessThan", "0.3", false)]
    [InlineData("expected.orders30", "is", "0.125", true)]
    [InlineData("expected.orders90", "is", "0.5", true)]
    [InlineData("expected.orders365", "between", "[1.7, 1.8]", true)]
    [InlineData("expected.orderValue", "is", "30.25", true)]
    [InlineData("expected.lifetimeValue", "is", "12345.67", true)]
    [InlineData("rhythm.days", "is", "24.5", true)]
    [InlineData("churn.reason", "has", "\"failed-deliveries\"", true)]
    [InlineData("churn.reason", "has", "\"silent\"", false)]
    [InlineData("churn.reason", "hasNot", "\"silent\"", true)]
    [InlineData("value.index", "atLeast", "65", true)]
    [InlineData("referrals.signUps", "is", "3", true)]
    [InlineData("referrals.orders", "moreThan", "1", false)]
    [InlineData("tag", "has", "\"vip\"", true)]
    [InlineData("tag", "has", "\" VIP\"", true)]
    [InlineData("tag", "has", "\"trial\"", false)]
    [InlineData("tag", "hasNot", "\"trial\"", true)]
    [InlineData("consent.email.marketing", "is", "\"granted\"", true)]
    [InlineData("consent.sms.marketing", "is", "\"unsaid\"", true)]
    [InlineData("consent.email.all", "isNot", "\"granted\"", true)]
    [InlineData("consent.email.marketing", "notIn", "[\"denied\", \"unsaid\"]", true)]
    [InlineData("tag", "hasNot", "\"vip\"", false)]
    [InlineData("user.hasEmail", "is", "true", true)]
    [InlineData("user.language", "startsWith", "\"zh\"", true)]
    [InlineData("user.firstSeen", "before", "\"2026-01-02\"", true)]
    [InlineData("user.lastSeen", "onDay", "\"2026-06-15\"", true)]
    [InlineData("variable.coupon", "is", "\"SUMMER\"", true)]
    [InlineData("event.total", "moreThan", "100", true)]
    [InlineData("event.nothing", "missing", null, true)]
    public void Every_field_is_looked_up(string field, string op, string? value, bool holds)
    {
        var day = UserOps.Domain.Days.Of(new DateOnly(2026, 5, 1));
        var facts = Asked.Somebody() with
        {
            FirstSeen = Asked.At("2026-01-01T00:00:00Z"),
            LastSeen = Asked.Noon,
            HasEmail = true,
            Language = "zh-CN",
            Tags = new Dictionary<string, DateTimeOffset?> { ["vip"] = null, ["trial"] = Asked.At("2026-06-01T00:00:00Z") },
            Consents = Consents.None.With(new("email", "marketing", ConsentVoice.Person, ConsentState.Granted, new(Asked.Noon, "e"), "test")),
            Purchases = PurchaseHistory.Empty.Replace([], [new(day, day, 1, 1_990), new(day + 40, day + 40, 1, 3_950)]),
            Standing = new Standing(RfmCode.OfWritten(512), 0, LifeCycleStage.Growing, RiskBand.AtRisk, ValueTier.High) { Reasons = RiskReasons.FailedDeliveries | RiskReasons.Complaints, Index = 65 },
            Referrals = new(3, 1, FewDays.None, FewDays.None),
            Outlook = new(new(0.726, 0.125, 0.5, 1.75, 3_025.4, 1_234_567), 24.5),
            Variables = Asked.Values("""{"coupon": "SUMMER"}"""),
            EventProperties = Asked.Json("""{"total": 120}"""),
        };

        Assert.Equal(holds, ConditionEvaluator.Evaluate(Asked.Read($$"""{"field": "{{field}}", "op": "{{op}}" {{(value is null ? "" : $", \"value\": {value}")}}}"""), facts).Holds);
    }

    [Theory]
    [InlineData("score.segment", "missing", true)]
    [InlineData("stage", "exists", false)]
    [InlineData("churn.risk", "exists", false)]
    [InlineData("value.tier", "missing", true)]
    [InlineData("expected.alive", "exists", false)]
    [InlineData("expected.alive", "lessThan", false, "1")]
    [InlineData("expected.lifetimeValue", "missing", true)]
    [InlineData("rhythm.days", "exists", false)]
    [InlineData("value.index", "exists", false)]
    [InlineData("churn.reason", "hasNot", true, "\"complaints\"")]
    [InlineData("referrals.signUps", "is", true, "0")]
    [InlineData("orders.last", "exists", false)]
    [InlineData("orders.recencyDays", "missing", true)]
    public void Whoever_has_no_score_and_no_order_has_none(string field, string op, bool holds, string? value = null) => Assert.Equal(
        new Verdict(holds, null), ConditionEvaluator.Evaluate(Asked.Read($$"""{"field": "{{field}}", "op": "{{op}}" {{(value is null ? "" : $", \"value\": {value}")}}}"""), Asked.Somebody()));

    [Fact]
    public void Refunds_of_days_to_come_count_from_their_day_on()
    {
        var today = UserOps.Domain.Days.Of(new DateOnly(2026, 6, 15));
        var facts = Asked.Somebody() with { Purchases = PurchaseHistory.Empty.Replace([], [new(today, today, 1, 100), new(today, today + 3, -1, -100)]) };

        Assert.Equal(
            new Verdict(true, Asked.At("2026-06-18T00:00:00Z")),
            ConditionEvaluator.Evaluate(Asked.Read("""{"field": "orders.count", "op": "is", "value": 1}"""), facts));
    }

    [Fact]
    public void Every_kind_of_field_is_listed_once_under_a_name_of_its_own()
    {
        Assert.Equal(Enum.GetValues<FieldKind>().Order(), FieldCatalog.All.Select(info => info.Kind).Order());
        Assert.Distinct(FieldCatalog.All.Select(info => info.Name));
        Assert.All(FieldCatalog.All, info => Assert.Same(info, FieldCatalog.Of(info.Kind)));
    }

    [Fact]
    public void A_tag_holds_until_it_expires()
    {
        var facts = Asked.Somebody() with { Tags = new Dictionary<string, DateTimeOffset?> { ["trial"] = Asked.At("2026-06-20T09:00:00Z") } };

        Assert.Equal(
            new Verdict(true, Asked.At("2026-06-20T09:00:00Z")), ConditionEvaluator.Evaluate(Asked.Read("""{"field": "tag", "op": "has", "value": "trial"}"""), facts));
        Assert.Equal(
            new Verdict(true, null),
            ConditionEvaluator.Evaluate(Asked.Read("""{"field": "tag", "op": "hasNot", "value": "trial"}"""), facts with { Now = Asked.At("2026-06-20T09:00:00Z") }));
    }
}
