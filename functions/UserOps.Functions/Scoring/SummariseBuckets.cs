using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: first pass over a batch of buckets.</summary>
public sealed class SummariseBuckets(HeldSteps steps, SummariseBucket step)
{
    [Function(nameof(SummariseBuckets))]
    public Task<StepResult> RunAsync([ActivityTrigger] BucketBatch batch, CancellationToken cancel) =>
        steps.ForBucketsAsync(batch, step.RunAsync, cancel);
}
