using Microsoft.DurableTask.Client;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Recommendations;
using UserOps.Functions.Recommendations;
using UserOps.Functions.Tests.Scoring;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Recommendations;

public sealed class NightlyRecommendationsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8)]
    public async Task After_a_scoring_they_are_refreshed(int seed, int activitiesAtOnce)
    {
        using var night = new Night(seed, activitiesAtOnce);
        await BoughtAsync(night);

        await night.ScoreAsync();

        var run = await night.Use<RecommendationRows>().PublishedAsync(default);
        Assert.Equal((Night.Day, 3), (run!.AsOf, run.Products));
        var related = await night.Use<RecommendationRows>().RelatedAsync(run.Id, ProductKey.Of("tea"), default);
        Assert.Equal(ProductKey.Of("cup"), Assert.Single(related!).Product);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, night.Hub[StartDueRecommendations.Instance].Status);
        Assert.All(night.Hub[StartDueRecommendations.Instance].Payloads, payload => Assert.InRange(payload.Bytes, 1, 500));
    }

    [Fact]
    public async Task The_timer_finds_what_a_lost_hint_left_and_starts_nothing_twice()
    {
        using var night = new Night();
        await BoughtAsync(night);
        await night.Workspace.ScoreAsync(Night.Day);

        await night.OnTimerAsync();
        await night.SettleAsync();
        var first = await night.Use<RecommendationRows>().PublishedAsync(default);
        await night.OnTimerAsync();
        await night.SettleAsync();

        Assert.NotNull(first);
        Assert.Equal(first.Id, (await night.Use<RecommendationRows>().LastAsync(default))!.Id);
    }

    private static async Task BoughtAsync(Night night)
    {
        string[][] baskets = [["tea", "cup"], ["tea", "cup"], ["tea", "cup"], ["pot"]];
        foreach (var (basket, i) in baskets.Select((basket, i) => (basket, i)))
        {
            var customer = $"c{i}";
            night.Workspace.Seen(customer, new(2006, 12, 1), Workspace.Order(new(2006, 12, 1), 1_000));
            var key = Workspace.KeyOf(customer);
            var bought = BoughtProducts.None.With(basket.Select(ProductKey.Of), Days.Of(new DateOnly(2006, 12, 1)));
            await night.Workspace.Tables.CommitAsync(FactRow.PartitionOf(key), [new Change.Insert(BoughtRow.Write(1, bought)) { Key = BoughtRow.Key(key) }], default);
        }
    }
}
