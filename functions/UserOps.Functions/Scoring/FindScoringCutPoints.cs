using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: adds up the second pass and finds what the third scores by.</summary>
public sealed class FindScoringCutPoints(HeldSteps steps, FindCutPoints step)
{
    [Function(nameof(FindScoringCutPoints))]
    public Task<StepResult> RunAsync([ActivityTrigger] HeldRun run, CancellationToken cancel) =>
        steps.OnceAsync(run, () => step.RunAsync(run.AsOf, cancel), cancel);
}
