using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: second pass over a batch of buckets.</summary>
public sealed class SelectBuckets(HeldSteps steps, SelectBucket step)
{
    [Function(nameof(SelectBuckets))]
    public Task<StepResult> RunAsync([ActivityTrigger] BucketBatch batch, CancellationToken cancel) =>
        steps.ForBucketsAsync(batch, step.RunAsync, cancel);
}
