using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using UserOps.Application.Recommendations;
using UserOps.Domain.Scoring;
using UserOps.Functions.Scoring;

namespace UserOps.Functions.Recommendations;

/// <summary>
/// Refreshes the recommendations after a scoring. Only order is here: what is done stands in the steps that every host calls. Whatever ends it, that a run is due stays in
/// the rows, and the hourly look starts it again, where it goes on.
/// </summary>
public static class NightlyRecommendations
{
    private const int BucketsEach = 8;

    /// <summary>Each slice at work holds up to 32 MiB, and several may be at work in one process.</summary>
    private const int SlicesAtOnce = 2;

    [Function(nameof(NightlyRecommendations))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var activitiesAtOnce = context.GetInput<int>();
        if (await context.CallActivityAsync<RecommendationRun?>(nameof(StartRecommendationRun), context.InstanceId, Retries.Options) is not { } run)
        {
            return;
        }

        await ForEachAsync(
            Enumerable.Range(0, Buckets.Count / BucketsEach), activitiesAtOnce,
            batch => context.CallActivityAsync(nameof(CountBoughtProducts), new RecommendationPart(run, batch * BucketsEach, BucketsEach), Retries.Options));
        var slices = await context.CallActivityAsync<int>(nameof(ChooseRelatedProducts), run, Retries.Options);
        await ForEachAsync(
            Enumerable.Range(0, slices), Math.Min(SlicesAtOnce, activitiesAtOnce),
            slice => context.CallActivityAsync(nameof(RelateSliceOfProducts), new RecommendationPart(run, slice, 1), Retries.Options));
        await context.CallActivityAsync(nameof(ShowRecommendations), run, Retries.Options);
    }

    private static async Task ForEachAsync(IEnumerable<int> parts, int atOnce, Func<int, Task> start)
    {
        var outstanding = new List<Task>();
        foreach (var part in parts)
        {
            if (outstanding.Count == atOnce)
            {
                var ended = await Task.WhenAny(outstanding);
                outstanding.Remove(ended);
                await ended;
            }

            outstanding.Add(start(part));
        }

        await Task.WhenAll(outstanding);
    }
}
