using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>
/// A whole run in this process, as many buckets at a time as there are processors. Every step may be done twice, so an interrupted run is simply run again.
/// </summary>
public sealed class ScoreUsers(
    StartRun start, SummariseBucket summarise, MergeSummaries merge, SelectBucket select, FindCutPoints find, ScoreBucket score, PublishRun publish, NoteProgress note)
{
    /// <param name="asOf">Not in the future, which <see cref="RequestRun"/> checks.</param>
    public async Task<ScoringRun> RunAsync(DateOnly asOf, IProgress<ScoringProgress>? progress, CancellationToken cancel)
    {
        await start.RunAsync(asOf, cancel);
        await ForEachBucketAsync(asOf, RunPhase.Summaries, summarise.RunAsync, progress, cancel);
        if (await merge.RunAsync(asOf, cancel) > 0)
        {
            await ForEachBucketAsync(asOf, RunPhase.Selection, select.RunAsync, progress, cancel);
        }

        await find.RunAsync(asOf, cancel);
        await ForEachBucketAsync(asOf, RunPhase.Scores, score.RunAsync, progress, cancel);
        return await publish.RunAsync(asOf, cancel);
    }

    private async Task ForEachBucketAsync(
        DateOnly asOf, RunPhase phase, Func<DateOnly, byte, CancellationToken, Task<int>> step, IProgress<ScoringProgress>? progress, CancellationToken cancel)
    {
        await note.RunAsync(asOf, new(phase, 0, Buckets.Count, 0), cancel);
        var (done, users) = (0, 0L);
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, Buckets.Count), options, async (bucket, token) =>
        {
            var seen = await step(asOf, (byte)bucket, token);
            ScoringProgress now;
            lock (gate)
            {
                now = new(phase, ++done, Buckets.Count, users += seen);
                progress?.Report(now);
            }

            if (now.BucketsDone % NoteProgress.BucketsBetween == 0)
            {
                await note.RunAsync(asOf, now, token);
            }
        });
    }
}
