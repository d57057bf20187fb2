using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Activity: what goes with the products of one slice.</summary>
public sealed class RelateSliceOfProducts(RelateProducts step)
{
    [Function(nameof(RelateSliceOfProducts))]
    public Task RunAsync([ActivityTrigger] RecommendationPart part, CancellationToken cancel) => step.RunAsync(part.Run, part.First, cancel);
}
