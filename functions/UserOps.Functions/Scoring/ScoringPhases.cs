using Microsoft.DurableTask;
using UserOps.Application.Scoring;
using UserOps.Domain.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>
/// The part of <see cref="NightlyScoring"/> before publication: passes over all buckets, and what is found between them. Runs in the orchestrator, so it waits for
/// nothing but the context's own tasks.
/// </summary>
internal sealed class ScoringPhases(TaskOrchestrationContext context, HeldRun run, int activitiesAtOnce)
{
    /// <summary>An activity costs the hub about as much as the reading of a few buckets, so each gets several.</summary>
    private const int BucketsEach = 8;

    /// <summary>Returns early when the run is done already, or somebody else has it.</summary>
    public async Task RunAsync()
    {
        if (await context.CallActivityAsync<StepResult>(nameof(StartScoringRun), run, Retries.Options) is { Stop: true }
            || !await ForEachBatchAsync(RunPhase.Summaries, batch => context.CallActivityAsync<StepResult>(nameof(SummariseBuckets), batch, Retries.Options)))
        {
            return;
        }

        var bins = await context.CallActivityAsync<StepResult>(nameof(MergeBucketSummaries), run, Retries.Options);
        if (bins.Stop
            || (bins.Count > 0
                && !await ForEachBatchAsync(RunPhase.Selection, batch => context.CallActivityAsync<StepResult>(nameof(SelectBuckets), batch, Retries.Options)))
            || await context.CallActivityAsync<StepResult>(nameof(FindScoringCutPoints), run, Retries.Options) is { Stop: true })
        {
            return;
        }

        await ForEachBatchAsync(RunPhase.Scores, batch => context.CallActivityAsync<StepResult>(nameof(ScoreBuckets), batch, Retries.Options));
    }

    /// <summary>What has been handed out is waited for also after a failure: nothing of this orchestration may still be at work when the day is tried again.</summary>
    /// <returns>False: to be stopped.</returns>
    private async Task<bool> ForEachBatchAsync(RunPhase phase, Func<BucketBatch, Task<StepResult>> start)
    {
        var progress = new ScoringProgress(phase, 0, Buckets.Count, 0);
        context.SetCustomStatus(progress);
        var outstanding = new List<Task<StepResult>>();
        var (next, noted, stop, failure) = (0, default(int?), false, default(TaskFailedException));

        void HandOut()
        {
            while (!stop && next < Buckets.Count && outstanding.Count < activitiesAtOnce)
            {
                var news = noted is null || progress.BucketsDone >= noted + NoteProgress.BucketsBetween;
                noted = news ? progress.BucketsDone : noted;
                outstanding.Add(start(new(run, next, BucketsEach, news ? progress : null)));
                next += BucketsEach;
            }
        }

        HandOut();
        while (outstanding.Count > 0)
        {
            var ended = await Task.WhenAny(outstanding);
            outstanding.Remove(ended);
            try
            {
                var result = await ended;
                stop |= result.Stop;
                progress = progress with { BucketsDone = progress.BucketsDone + BucketsEach, Users = progress.Users + result.Count };
                context.SetCustomStatus(progress);
            }
            catch (TaskFailedException e)
            {
                (stop, failure) = (true, failure ?? e);
            }

            HandOut();
        }

        return failure is null ? !stop : throw failure;
    }
}
