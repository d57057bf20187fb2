using UserOps.Application.Scoring;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public sealed class OutlookTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task A_user_reads_with_what_the_published_models_expect()
    {
        foreach (var (customer, history) in Cdnow.Histories)
        {
            _workspace.Seen($"{customer}", Days.ToDate(history.Entries[0].OrderDay), history.Entries.ToArray());
        }

        await _workspace.ScoreAsync(new(1997, 9, 30));
        var first = (await _workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("1"), default))!.Outlook!;
        var once = (await _workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("3"), default))!.Outlook!;

        Assert.Equal(0.726, first.Alive!.Value, 0.002);
        Assert.True(first.ExpectedOrders30 < first.ExpectedOrders90 && first.ExpectedOrders90 < first.ExpectedOrders365);
        Assert.InRange(first.LifetimeValue!.Value, 0.9m * (decimal)first.ExpectedOrders365! * first.ExpectedOrderValue!.Value, (decimal)first.ExpectedOrders365 * first.ExpectedOrderValue.Value);
        Assert.Equal((1.0, "low", null), (once.Alive, once.Tier, once.RhythmDays));
    }

    [Theory]
    [InlineData(10, RiskBand.Healthy)]
    [InlineData(21, RiskBand.Watch)]
    [InlineData(36, RiskBand.AtRisk)]
    public void Silence_counts_in_the_persons_own_rhythm(int silent, RiskBand band)
    {
        var history = History(0, 10, 20, 30);

        Assert.Equal(new(3, 10), Rhythm.Of(history, 30 + silent));
        Assert.Equal(band, ChurnRisk.Of(Facts(history), 30 + silent, null, new())!.Band);
    }

    [Theory]
    [InlineData(90, RiskBand.Healthy)]
    [InlineData(91, RiskBand.Watch)]
    [InlineData(181, RiskBand.AtRisk)]
    public void Without_a_rhythm_the_fixed_days_stand_in(int silent, RiskBand band) =>
        Assert.Equal(band, ChurnRisk.Of(Facts(History(0, 10)), 10 + silent, null, new())!.Band);

    [Fact]
    public void Of_rhythm_and_probability_the_worse_decides()
    {
        var risk = ChurnRisk.Of(Facts(History(0, 10, 20, 30)), 31, 0.2, new())!;

        Assert.Equal((RiskBand.AtRisk, RiskReasons.Silent), (risk.Band, risk.Reasons));
    }

    [Fact]
    public void A_refund_is_a_reason_but_moves_nobody()
    {
        var risk = ChurnRisk.Of(Facts(History(0, 10, 20, 30).Replace([], [new(30, 31, -1, -100), new(30, 30, 1, 100)])), 35, null, new())!;

        Assert.Equal((RiskBand.Healthy, RiskReasons.Refunds), (risk.Band, risk.Reasons));
    }

    [Fact]
    public void Who_never_bought_cannot_leave() => Assert.Null(ChurnRisk.Of(Facts(PurchaseHistory.Empty), 10, null, new()));

    [Fact]
    public void Tiers_hold_their_shares_of_all_that_is_expected()
    {
        var lifetimes = new MoneyCounts();
        lifetimes.Count([.. Enumerable.Repeat(1_024L, 50), .. Enumerable.Repeat(4_096L, 30), .. Enumerable.Repeat(32_768L, 20), 0, -5]);

        var bounds = TierBounds.Of(lifetimes, new(HighPercent: 70, MidPercent: 20))!;

        Assert.Equal((ValueTier.High, ValueTier.Mid, ValueTier.Low), (bounds.Of(32_768), bounds.Of(4_096), bounds.Of(1_024)));
        Assert.Null(TierBounds.Of(new(), new()));
    }

    public void Dispose() => _workspace.Dispose();

    private static UserFacts Facts(PurchaseHistory history) => new("u", 1, 0, history);

    private static PurchaseHistory History(params int[] days) => PurchaseHistory.Empty.Replace([], days.Select(day => new PurchaseEntry(day, day, 1, 100)));
}
