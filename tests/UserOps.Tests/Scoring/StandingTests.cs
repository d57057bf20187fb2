using System.Text.Json;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Tests.Scoring.Value;

namespace UserOps.Tests.Scoring;

public sealed class StandingTests : IDisposable
{
    private static readonly DateOnly Day = new(1997, 9, 30);
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Everybody_stands_in_the_band_and_tier_that_their_outlook_tells_and_all_are_counted()
    {
        SeeCdnow();
        _workspace.Seen("visitor", Day.AddDays(-3));

        var run = await _workspace.ScoreAsync(Day);

        var bands = new List<(string? Risk, string? Tier)>();
        foreach (var customer in Cdnow.Histories.Keys)
        {
            var key = Workspace.KeyOf($"{customer}");
            var outlook = (await _workspace.Use<ReadUserScore>().RunAsync(key, default))!.Outlook!;
            var standing = await StandingAsync(key);
            Assert.Equal((outlook.Risk, outlook.Tier), (RiskBands.Named(standing.Risk!.Value).Code, ValueTiers.Named(standing.Tier!.Value).Code));
            bands.Add((outlook.Risk, outlook.Tier));
        }

        Assert.Equal(default((RiskBand?, ValueTier?)), (await StandingAsync(Workspace.KeyOf("visitor")) is var nobody) ? (nobody.Risk, nobody.Tier) : default);
        Assert.Equal(RiskBands.All.Select(band => bands.LongCount(b => b.Risk == band.Code)), run.Tally!.Risks);
        Assert.Equal(ValueTiers.All.Select(tier => bands.LongCount(b => b.Tier == tier.Code)), run.Tally.Tiers);
        Assert.All(run.Tally.Risks.Concat(run.Tally.Tiers), users => Assert.True(users > 0));
    }

    [Fact]
    public async Task A_day_on_which_nobody_changes_band_or_tier_writes_no_row_of_a_user()
    {
        SeeCdnow();
        await _workspace.ScoreAsync(Day);

        Assert.Equal(0, (await _workspace.ScoreAsync(Day)).Tally!.RowsWritten);
    }

    [Fact]
    public async Task Without_a_model_there_is_a_band_by_the_rhythm_and_no_tier()
    {
        _workspace.Seen("weekly", Day.AddDays(-60), [.. Enumerable.Range(0, 5).Select(i => Workspace.Order(Day.AddDays(-20 - (7 * i)), 100))]);
        await _workspace.ScoreAsync(Day);

        var standing = await StandingAsync(Workspace.KeyOf("weekly"));

        Assert.Equal((RiskBand.Watch, null, LifeCycleStage.Dormant), (standing.Risk, standing.Tier, standing.Stage));
    }

    [Fact]
    public async Task Purchases_before_the_window_give_no_scores_but_a_band()
    {
        using var workspace = new Workspace(new() { Scoring = new() { Rules = new() { WindowDays = 30 } } });
        workspace.Seen("old", Day.AddDays(-100), Workspace.Order(Day.AddDays(-100), 100));
        await workspace.ScoreAsync(Day);

        var row = await workspace.Tables.GetAsync(FactRow.PartitionOf(Workspace.KeyOf("old")), ScoreRow.Key(Workspace.KeyOf("old")), default);

        Assert.Equal(new Standing(null, null, LifeCycleStage.Dormant, RiskBand.Watch) { Reasons = RiskReasons.Silent, Index = 0 }, ScoreRow.Read(row!).Now);
    }

    [Theory]
    [InlineData(RiskBand.AtRisk, ValueTier.High)]
    [InlineData(RiskBand.Healthy, ValueTier.Low)]
    [InlineData(null, null)]
    public void A_row_keeps_both_standings(RiskBand? risk, ValueTier? tier)
    {
        var row = new ScoreRow("u", new(RfmCode.OfWritten(512), 3, LifeCycleStage.Mature, risk, tier), 10, new(null, null, LifeCycleStage.New, RiskBand.Watch, ValueTier.Mid));

        Assert.Equal(row, ScoreRow.Read(new Row("b~00", ScoreRow.Key("u"), "1", row.Write())));
    }

    [Fact]
    public void A_row_from_before_there_were_bands_still_reads()
    {
        var row = new Row("b~00", ScoreRow.Key("u"), "1", Properties.Of(new("since", 10L), new("stage", 2L), new("rfm", 512L), new("eight", 3L), new("pstage", 0L)));

        Assert.Equal(
            new ScoreRow("u", new(RfmCode.OfWritten(512), 3, LifeCycleStage.Mature), 10, new Standing(null, null, LifeCycleStage.New)), ScoreRow.Read(row));
    }

    [Fact]
    public async Task A_run_from_before_they_were_counted_shows_nobody_in_them()
    {
        _workspace.Seen("a", Day, Workspace.Order(Day, 100));
        var run = await _workspace.ScoreAsync(Day);
        var stored = JsonSerializer.Serialize(run, ScoringJson.Default.ScoringRun);
        foreach (var name in new[] { "risks", "tiers", "riskMoves", "tierMoves" })
        {
            stored = System.Text.RegularExpressions.Regex.Replace(stored, $"\"{name}\":\\[[^]]*],", "");
        }

        var shown = RunViews.Of(JsonSerializer.Deserialize(stored, ScoringJson.Default.ScoringRun)! with { Before = Day.AddDays(-1) }, "USD");

        Assert.DoesNotContain("risk", stored.Replace("\"risk\":{", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(shown.Distribution!.Risks.Concat(shown.Distribution.Tiers), count => Assert.Equal(0, count.Users));
        Assert.Empty(shown.Migration!.Risks);
    }

    public void Dispose() => _workspace.Dispose();

    private void SeeCdnow()
    {
        foreach (var (customer, history) in Cdnow.Histories)
        {
            _workspace.Seen($"{customer}", Days.ToDate(history.Entries[0].OrderDay), history.Entries.ToArray());
        }
    }

    private async Task<Standing> StandingAsync(string key) => ScoreRow.Read((await _workspace.Tables.GetAsync(FactRow.PartitionOf(key), ScoreRow.Key(key), default))!).Now;
}
