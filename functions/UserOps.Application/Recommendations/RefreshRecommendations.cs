using UserOps.Domain.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>A whole run in this process, where one is due. Every step may be done twice; what an interrupted run has done is not done again.</summary>
public sealed class RefreshRecommendations(
    StartRecommendations start, CountPopularity count, ChooseProducts choose, RelateProducts relate, PublishRecommendations publish)
{
    /// <summary>Each slice at work holds up to 32 MiB.</summary>
    private const int AtOnce = 2;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await start.RunAsync(cancel) is not { } run)
        {
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, Buckets.Count), options, async (bucket, token) => await count.RunAsync(run, (byte)bucket, token));
        var slices = await choose.RunAsync(run, cancel);
        await Parallel.ForEachAsync(Enumerable.Range(0, slices), options, async (slice, token) => await relate.RunAsync(run, slice, token));
        await publish.RunAsync(run, cancel);
    }
}
