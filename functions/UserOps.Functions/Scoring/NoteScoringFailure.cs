using Microsoft.Azure.Functions.Worker;

namespace UserOps.Functions.Scoring;

/// <summary>Activity: notes that the run has failed.</summary>
public sealed class NoteScoringFailure(EndRun end)
{
    [Function(nameof(NoteScoringFailure))]
    public Task RunAsync([ActivityTrigger] FailureNote note, CancellationToken cancel) =>
        end.FailAsync(note, cancel);
}
