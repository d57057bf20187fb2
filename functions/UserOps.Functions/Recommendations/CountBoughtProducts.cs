using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Activity: first pass over a batch of buckets, one after the other.</summary>
public sealed class CountBoughtProducts(CountPopularity step)
{
    [Function(nameof(CountBoughtProducts))]
    public async Task RunAsync([ActivityTrigger] RecommendationPart part, CancellationToken cancel)
    {
        for (var bucket = part.First; bucket < part.First + part.Count; bucket++)
        {
            await step.RunAsync(part.Run, (byte)bucket, cancel);
        }
    }
}
