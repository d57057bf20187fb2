using Microsoft.Azure.Functions.Worker;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: begins the run.</summary>
public sealed class StartScoringRun(HeldSteps steps)
{
    [Function(nameof(StartScoringRun))]
    public Task<StepResult> RunAsync([ActivityTrigger] HeldRun run, CancellationToken cancel) =>
        steps.StartAsync(run, cancel);
}
