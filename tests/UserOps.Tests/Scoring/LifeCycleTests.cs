using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public class LifeCycleTests
{
    private const int Today = 10_000;
    private static readonly LifeCycleRules Rules = new();

    [Theory]
    [InlineData(1, 0, LifeCycleStage.New)]
    [InlineData(2, 0, LifeCycleStage.Growing)]
    [InlineData(4, 90, LifeCycleStage.Mature)]
    [InlineData(4, 91, LifeCycleStage.Dormant)]
    [InlineData(4, 180, LifeCycleStage.Dormant)]
    [InlineData(4, 181, LifeCycleStage.Churned)]
    public void Stage_follows_the_last_order_and_then_their_number(int orders, int quietDays, LifeCycleStage stage) =>
        Assert.Equal(stage, LifeCycle.StageOf(new(Today - 300, Today - quietDays, orders, 100), Today - 900, Today, Rules));

    [Theory]
    [InlineData(0, LifeCycleStage.New)]
    [InlineData(91, LifeCycleStage.Dormant)]
    [InlineData(181, LifeCycleStage.Churned)]
    public void Without_an_order_the_first_sight_counts(int days, LifeCycleStage stage) =>
        Assert.Equal(stage, LifeCycle.StageOf(default, Today - days, Today, Rules));

    [Fact]
    public void Lapsed_customer_who_orders_becomes_active()
    {
        var history = History(new PurchaseEntry(Today - 400, Today - 400, 1, 100));
        var lapsed = LifeCycle.StageOf(history.AsOf(Today), Today - 400, Today, Rules);
        var back = LifeCycle.StageOf(history.Replace([], [new(Today, Today, 1, 100)]).AsOf(Today), Today - 400, Today, Rules);

        Assert.Equal((LifeCycleStage.Churned, LifeCycleStage.Growing), (lapsed, back));
    }

    [Fact]
    public void Stage_looks_beyond_the_scoring_window()
    {
        var facts = new UserFacts("u", 1, Today - 500, History([.. Enumerable.Range(0, 4).Select(i => new PurchaseEntry(Today - 60 - i, Today - 60 - i, 1, 100))]));

        var figures = DayFigures.Of(facts, Today, new() { WindowDays = 30 });

        Assert.Equal((null, 0, LifeCycleStage.Mature), (figures.RecencyDays, figures.Orders, figures.Stage));
    }

    private static PurchaseHistory History(params PurchaseEntry[] entries) => PurchaseHistory.Empty.Replace([], entries);
}
