using Microsoft.Azure.Functions.Worker;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: shows the run.</summary>
public sealed class PublishScores(EndRun end)
{
    [Function(nameof(PublishScores))]
    public Task<ScoringOutcome> RunAsync([ActivityTrigger] HeldRun run, CancellationToken cancel) =>
        end.PublishAsync(run, cancel);
}
