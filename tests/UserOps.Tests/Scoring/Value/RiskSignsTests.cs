using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

/// <summary>What warns of churn before the purchases fail to come.</summary>
public sealed class RiskSignsTests
{
    private static readonly int Today = Days.Of(new DateOnly(2026, 3, 8));
    private static readonly int Week = VisitWeeks.LastWhole(Today);

    [Fact]
    public void A_complaint_or_a_failed_delivery_is_watched_for_its_days_and_not_before_it_is_known()
    {
        var facts = Customer() with { Complaints = FewDays.Of([Today - 89, Today + 1]), FailedDeliveries = FewDays.Of([Today - 90]) };

        Assert.Equal((RiskBand.Watch, RiskReasons.Complaints), Risk(facts, Today));
        Assert.Equal((RiskBand.Watch, RiskReasons.FailedDeliveries), Risk(Customer() with { FailedDeliveries = FewDays.Of([Today]) }, Today));
        Assert.Equal((RiskBand.Healthy, RiskReasons.None), Risk(facts with { Complaints = FewDays.Of([Today + 1]) }, Today));
    }

    [Theory]
    [InlineData(12, 2, false)]
    [InlineData(12, 1, true)]
    [InlineData(6, 1, false)]
    [InlineData(6, 0, true)]
    [InlineData(4, 0, true)]
    [InlineData(3, 0, false)]
    public void Visits_fall_when_the_last_four_weeks_saw_less_than_half_of_the_twelve_before(int before, int lately, bool falling)
    {
        var facts = Customer() with { Visits = Visits([.. Enumerable.Range(4, before), .. Enumerable.Range(0, lately)]) };

        Assert.Equal(falling ? (RiskBand.Watch, RiskReasons.FallingVisits) : (RiskBand.Healthy, RiskReasons.None), Risk(facts, Today));
    }

    [Fact]
    public void The_running_week_counts_for_nothing_until_it_has_ended()
    {
        var facts = Customer() with { Visits = new(Week + 1, 0b_1111_1111_1111_0000_1) };

        Assert.Equal(RiskReasons.FallingVisits, Risk(facts, Today + 6).Reasons);
    }

    [Fact]
    public void Fewer_visits_after_something_went_wrong_are_a_risk_and_several_matters_at_once_are_one()
    {
        var falling = Customer() with { Visits = Visits([.. Enumerable.Range(4, 12)]) };
        var wrong = Customer() with { Complaints = FewDays.Of([Today]), FailedDeliveries = FewDays.Of([Today]) };

        Assert.Equal(RiskBand.AtRisk, Risk(falling with { Complaints = wrong.Complaints }, Today).Band);
        Assert.Equal((RiskBand.Watch, RiskReasons.Complaints | RiskReasons.FailedDeliveries), Risk(wrong, Today));
    }

    [Fact]
    public void Facts_come_back_from_their_row_and_one_of_an_earlier_version_says_nothing_of_visits()
    {
        var facts = Customer() with { Visits = Visits([0, 3]), Complaints = FewDays.Of([1, 2]), FailedDeliveries = FewDays.Of([3]), ReferredSignUps = FewDays.Of([4, 4]), ReferredOrders = FewDays.Of([5]) };
        var written = FactRow.Write(facts);

        Assert.Equal(facts, FactRow.Read(new("b~00", FactRow.Key("u"), "e", written)));
        Assert.Equal(Customer(), FactRow.Read(new("b~00", FactRow.Key("u"), "e", Properties.Of([.. written.Where(property => property.Name != "signs")]))));
    }

    [Fact]
    public void Standing_comes_back_from_its_row()
    {
        var standing = new Standing(null, null, LifeCycleStage.New, RiskBand.Watch) { Reasons = RiskReasons.Complaints | RiskReasons.Silent, Index = 35 };
        var row = new ScoreRow("u", standing, 1, standing with { Reasons = RiskReasons.None, Index = null });

        Assert.Equal(row, ScoreRow.Read(new("b~00", ScoreRow.Key("u"), "e", row.Write())));
    }

    private static (RiskBand Band, RiskReasons Reasons) Risk(UserFacts facts, int day) =>
        ChurnRisk.Of(facts, day, null, new()) is { } risk ? (risk.Band, risk.Reasons) : throw new InvalidOperationException("Nobody bought.");

    private static UserFacts Customer() => new("u", 1, 0, PurchaseHistory.Empty.Replace([], [new(Today - 5, Today - 5, 1, 100)]));

    /// <param name="weeksAgo">0 is the last whole week.</param>
    private static VisitWeeks Visits(int[] weeksAgo) => new(Week, weeksAgo.Aggregate(0, (mask, ago) => mask | (1 << ago)));
}
