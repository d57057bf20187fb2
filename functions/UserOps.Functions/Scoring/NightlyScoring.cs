using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace UserOps.Functions.Scoring;

/// <summary>
/// Scores a day. Only order and counters are here: what is done stands in the steps that every host calls, what they hand to each other in rows.
/// </summary>
public static class NightlyScoring
{
    [Function(nameof(NightlyScoring))]
    public static async Task<ScoringOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<NightlyScoringInput>()!;
        var run = new HeldRun(input.AsOf, context.NewGuid().ToString("N"));
        try
        {
            await new ScoringPhases(context, run, input.ActivitiesAtOnce).RunAsync();
            return await context.CallActivityAsync<ScoringOutcome>(nameof(PublishScores), run, Retries.Options);
        }
        catch (TaskFailedException e)
        {
            var failure = FailureNote.Of(run, e);
            await context.CallActivityAsync(nameof(NoteScoringFailure), failure, Retries.Options);
            throw new NightlyScoringFailedException(failure);
        }
    }
}
