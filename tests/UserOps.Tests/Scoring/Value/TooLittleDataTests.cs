using UserOps.Domain.Orders;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public class TooLittleDataTests
{
    [Fact]
    public void Without_customers_there_is_no_model() => Assert.Equal((FitObstacle.NoCustomers, FitObstacle.NoCustomers), Obstacles([]));

    [Fact]
    public void Without_repeat_buyers_there_is_no_model() =>
        Assert.Equal((FitObstacle.NoRepeatBuyers, FitObstacle.NoRepeatBuyers), Obstacles(Enumerable.Repeat(new RepeatSummary(0, 0, 100, 0), 1_000)));

    [Fact]
    public void A_handful_of_repeat_buyers_is_too_few() => Assert.Equal(
        (FitObstacle.TooFewCustomers, FitObstacle.TooFewCustomers),
        Obstacles(Enumerable.Range(0, 1_000).Select(i => i < FitModels.FewestRepeaters - 1 ? new RepeatSummary(1 + i, 30 + i, 100, 1_000 * i + 1) : new(0, 0, 100, 0))));

    [Fact]
    public void Customers_who_are_all_alike_have_no_distribution()
    {
        var (purchases, values) = Obstacles(Enumerable.Repeat(new RepeatSummary(4, 96, 100, 8_000), 500));

        Assert.Contains(purchases, (FitObstacle?[])[FitObstacle.ParameterAtBound, FitObstacle.NoMaximum]);
        Assert.Contains(values, (FitObstacle?[])[FitObstacle.ParameterAtBound, FitObstacle.NoMaximum]);
    }

    [Fact]
    public void Three_hundred_customers_are_enough_where_they_differ() =>
        Assert.Equal((null, null), Obstacles(Cdnow.Calibration.Where((_, i) => i % 8 == 0)));

    [Fact]
    public void A_day_whose_orders_were_all_given_back_is_no_purchase_day()
    {
        var history = PurchaseHistory.Empty.Replace([], [new(0, 0, 1, 500), new(7, 7, 1, 900), new(7, 9, -1, -900), new(21, 21, 2, 700), new(35, 35, 1, 100)]);

        Assert.Equal(new RepeatSummary(1, 7, 8, 900), RepeatSummary.Of(history, 8));
        Assert.Equal(new RepeatSummary(1, 21, 22, 700), RepeatSummary.Of(history, 22));
        Assert.Null(RepeatSummary.Of(history, -1));
    }

    private static (FitObstacle?, FitObstacle?) Obstacles(IEnumerable<RepeatSummary> customers)
    {
        var cells = Cdnow.CellsOf(customers);
        return (FitModels.BgNbd(cells).Obstacle, FitModels.GammaGamma(cells).Obstacle);
    }
}
