using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Activity: settles which products are related to each other.</summary>
public sealed class ChooseRelatedProducts(ChooseProducts step)
{
    [Function(nameof(ChooseRelatedProducts))]
    public Task<int> RunAsync([ActivityTrigger] RecommendationRun run, CancellationToken cancel) => step.RunAsync(run, cancel);
}
