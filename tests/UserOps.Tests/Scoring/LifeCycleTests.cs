using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring;

public class LifeCycleTests
{
    private const int Today = 10_000;
    private static readonly ScoringRules Rules = new();

    [Theory]
    [InlineData(1, 0, LifeCycleStage.New)]
    [InlineData(2, 0, LifeCycleStage.Growing)]
    [InlineData(4, 90, LifeCycleStage.Mature)]
    [InlineData(4, 91, LifeCycleStage.Dormant)]
    [InlineData(4, 180, LifeCycleStage.Dormant)]
    [InlineData(4, 181, LifeCycleStage.Churned)]
    public void Stage_follows_the_last_order_and_then_their_number(int orders, int quietDays, LifeCycleStage stage) =>
        Assert.Equal(stage, LifeCycle.StageOf(new(Today - 300, Today - quietDays, orders, 100), default, Today - 900, Today, Rules));

    [Theory]
    [InlineData(0, LifeCycleStage.New)]
    [InlineData(91, LifeCycleStage.Dormant)]
    [InlineData(181, LifeCycleStage.Churned)]
    public void Without_an_order_the_first_sight_counts(int days, LifeCycleStage stage) =>
        Assert.Equal(stage, LifeCycle.StageOf(default, default, Today - days, Today, Rules));

    [Theory]
    [InlineData(30, 60, LifeCycleStage.Mature)]
    [InlineData(30, 61, LifeCycleStage.Dormant)]
    [InlineData(30, 105, LifeCycleStage.Dormant)]
    [InlineData(30, 106, LifeCycleStage.Churned)]
    [InlineData(100, 200, LifeCycleStage.Mature)]
    [InlineData(1, 14, LifeCycleStage.Mature)]
    [InlineData(1, 15, LifeCycleStage.Dormant)]
    [InlineData(1, 25, LifeCycleStage.Churned)]
    [InlineData(365, 540, LifeCycleStage.Mature)]
    [InlineData(365, 541, LifeCycleStage.Dormant)]
    [InlineData(365, 946, LifeCycleStage.Churned)]
    public void Who_has_a_rhythm_falls_asleep_and_is_lost_by_it(int everyDays, int quietDays, LifeCycleStage stage) =>
        Assert.Equal(stage, StageOf(everyDays, purchases: 4, quietDays, Rules));

    [Theory]
    [InlineData(3, 91, LifeCycleStage.Dormant)]
    [InlineData(4, 91, LifeCycleStage.Churned)]
    public void A_rhythm_takes_three_gaps(int purchases, int quietDays, LifeCycleStage stage) => Assert.Equal(stage, StageOf(10, purchases, quietDays, Rules));

    [Fact]
    public void Stages_and_churn_risk_go_by_the_same_rhythm()
    {
        var rules = new ScoringRules { LifeCycle = new(DormantPercent: 120, ChurnedPercent: 150, ShortestRhythmDays: 20), Risk = new(LeastGaps: 1, WatchPercent: 120, AtRiskPercent: 150) };
        for (var quietDays = 0; quietDays < 40; quietDays++)
        {
            var (last, stage) = (Today - quietDays, StageOf(10, 2, quietDays, rules));
            var band = ChurnRisk.Of(new("u", 1, 0, History(At(last - 10), At(last))), Today, null, rules)!.Band;
            Assert.Equal((stage == LifeCycleStage.Churned, stage == LifeCycleStage.Dormant), (band == RiskBand.AtRisk, band == RiskBand.Watch));
        }
    }

    [Fact]
    public void Lapsed_customer_who_orders_becomes_active()
    {
        var history = History(new PurchaseEntry(Today - 400, Today - 400, 1, 100));
        var lapsed = LifeCycle.StageOf(history.AsOf(Today), Rhythm.Of(history, Today), Today - 400, Today, Rules);
        var again = history.Replace([], [new(Today, Today, 1, 100)]);
        var back = LifeCycle.StageOf(again.AsOf(Today), Rhythm.Of(again, Today), Today - 400, Today, Rules);

        Assert.Equal((LifeCycleStage.Churned, LifeCycleStage.Growing), (lapsed, back));
    }

    [Fact]
    public void Stage_looks_beyond_the_scoring_window()
    {
        var facts = new UserFacts("u", 1, Today - 500, History([.. Enumerable.Range(0, 4).Select(i => At(Today - 60 - (60 * i)))]));

        var figures = DayFigures.Of(facts, Today, new() { WindowDays = 30 });

        Assert.Equal((null, 0, LifeCycleStage.Mature), (figures.RecencyDays, figures.Orders, figures.Stage));
    }

    private static LifeCycleStage StageOf(int everyDays, int purchases, int quietDays, ScoringRules rules)
    {
        var history = History([.. Enumerable.Range(0, purchases).Select(i => At(Today - quietDays - (everyDays * i)))]);
        return LifeCycle.StageOf(history.AsOf(Today), Rhythm.Of(history, Today), 0, Today, rules);
    }

    private static PurchaseEntry At(int day) => new(day, day, 1, 100);

    private static PurchaseHistory History(params PurchaseEntry[] entries) => PurchaseHistory.Empty.Replace([], entries);
}
