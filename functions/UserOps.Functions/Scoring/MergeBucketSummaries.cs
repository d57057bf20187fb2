using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: adds up the first pass.</summary>
public sealed class MergeBucketSummaries(HeldSteps steps, MergeSummaries step)
{
    [Function(nameof(MergeBucketSummaries))]
    public Task<StepResult> RunAsync([ActivityTrigger] HeldRun run, CancellationToken cancel) =>
        steps.OnceAsync(run, async () => await step.RunAsync(run.AsOf, cancel), cancel);
}
