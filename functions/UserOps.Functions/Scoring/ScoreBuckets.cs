using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: third pass over a batch of buckets.</summary>
public sealed class ScoreBuckets(HeldSteps steps, ScoreBucket step)
{
    [Function(nameof(ScoreBuckets))]
    public Task<StepResult> RunAsync([ActivityTrigger] BucketBatch batch, CancellationToken cancel) =>
        steps.ForBucketsAsync(batch, step.RunAsync, cancel);
}
