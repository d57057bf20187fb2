using Microsoft.DurableTask.Client;
using UserOps.Application.Scoring;
using UserOps.Functions.Scoring;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>Two orchestrations where there should be one.</summary>
public sealed class DoubledScoringTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 10)]
    [InlineData(3, 40)]
    [InlineData(4, 70)]
    [InlineData(5, 78)]
    [InlineData(6, 100)]
    public async Task Two_orchestrations_of_the_same_day_end_with_the_scores_of_one(int seed, int turnsAhead)
    {
        using var calm = new Night();
        using var night = new Night(seed);
        foreach (var each in new[] { calm, night })
        {
            each.Workspace.SeenPublishedOrders();
            await each.Workspace.ScoreAsync(Night.Day.AddDays(-200));
        }

        await calm.ScoreAsync();
        await night.RequestAsync();
        await night.StartScoringAsync();
        for (var turns = 0; turns < turnsAhead; turns++)
        {
            await night.Hub.StepAsync();
        }

        var second = night.Hub.Start(nameof(NightlyScoring), new NightlyScoringInput(Night.Day, 8), "double");
        await night.SettleAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Completed), (night.Instance.Status, second.Status));
        Assert.Equal(calm.Workspace.ScoreRows(), night.Workspace.ScoreRows());
        Assert.Equal(calm.Workspace.Told.Lines, night.Workspace.Told.Lines);
        var (expected, run) = (await calm.RunAsync(), await night.RunAsync());
        Assert.Equal(RunStatus.Done, run.Status);
        Assert.Equal(expected.Tally!.Codes, run.Tally!.Codes);
        Assert.Equal(expected.Tally.SegmentMoves, run.Tally.SegmentMoves);
        Assert.Empty(await night.Use<RunRows>().WantedAsync(default));
    }

    /// <summary>Orders that come in between give the two different cut points; everybody must be scored by those that are shown.</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    [InlineData(4, 70)]
    public async Task Everybody_is_scored_by_the_cut_points_of_one_of_the_two(int seed, int turnsAhead)
    {
        using var calm = new Night();
        using var night = new Night(seed);
        calm.Workspace.SeenPublishedOrders();
        night.Workspace.SeenPublishedOrders();
        await night.RequestAsync();
        await night.StartScoringAsync();
        for (var turns = 0; turns < turnsAhead; turns++)
        {
            await night.Hub.StepAsync();
        }

        Assert.Equal(RunStatus.Running, (await night.RunAsync()).Status);
        foreach (var workspace in new[] { calm.Workspace, night.Workspace })
        {
            foreach (var customer in TestData.Csv("rfm-orders-expected.csv").Select(row => row[0]).Take(400))
            {
                workspace.Add(customer, Workspace.Order(Night.Day, 300_000), Workspace.Order(Night.Day, 1));
            }
        }

        night.Hub.Start(nameof(NightlyScoring), new NightlyScoringInput(Night.Day, 8), "double");
        await calm.ScoreAsync();
        await night.SettleAsync();

        Assert.Equal((await calm.RunAsync()).Tally!.Codes, (await night.RunAsync()).Tally!.Codes);
        Assert.Equal(Codes(await calm.Workspace.ExportAsync()), Codes(await night.Workspace.ExportAsync()));
    }

    [Fact]
    public async Task Who_was_overtaken_stops_at_its_next_step()
    {
        using var night = new Night(seed: 9);
        night.Workspace.SeenPublishedOrders();
        await night.RequestAsync();
        await night.StartScoringAsync();
        for (var turns = 0; turns < 50; turns++)
        {
            await night.Hub.StepAsync();
        }

        night.Hub.Start(nameof(NightlyScoring), new NightlyScoringInput(Night.Day, 8), "double");
        await night.SettleAsync();

        Assert.InRange(night.Instance.Actions.Count, 40, 70);
        Assert.Equal(100, night.Hub["double"].Actions.Count);
        Assert.Equal(RunStatus.Done, night.Hub["double"].Output<ScoringOutcome>()!.Status);
    }

    /// <summary>Hints of two days that are looked at in the same moment may start both.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Of_two_days_that_start_at_the_same_moment_the_later_stays_published_with_its_scores(int seed)
    {
        using var night = new Night(seed);
        night.Workspace.SeenPublishedOrders();
        var earlier = Night.Day.AddDays(-100);
        await night.RequestAsync();
        await night.RequestAsync(earlier);
        foreach (var day in seed % 2 == 0 ? new[] { Night.Day, earlier } : [earlier, Night.Day])
        {
            night.Hub.Start(nameof(NightlyScoring), new NightlyScoringInput(day, 8), StartWantedRuns.InstanceOf(day));
        }

        await night.SettleAsync();

        Assert.Equal(Night.Day, await night.Use<RunRows>().LatestAsync(default));
        Assert.Equal((RunStatus.Done, RunStatus.Done), ((await night.RunAsync()).Status, (await night.RunAsync(earlier)).Status));
        using var alone = new Workspace();
        alone.SeenPublishedOrders();
        await alone.ScoreAsync(Night.Day);
        Assert.Equal(Codes(await alone.ExportAsync()), Codes(await night.Workspace.ExportAsync()));
    }

    private static IEnumerable<string> Codes(IEnumerable<string[]> rows) => rows.Select(row => string.Join('|', row[..9])).Order(StringComparer.Ordinal);
}
