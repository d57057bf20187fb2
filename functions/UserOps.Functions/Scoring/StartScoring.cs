using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using UserOps.Functions.Queues;
using UserOps.Functions.Recommendations;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Scoring;

/// <summary>A run is wanted, or one has ended that recommendations follow.</summary>
public sealed class StartScoring(StartWantedRuns start, StartDueRecommendations recommend)
{
    /// <param name="hint">The day that was asked for; not relied on.</param>
    [Function(nameof(StartScoring))]
    public async Task RunAsync(
        [QueueTrigger(QueueNames.Scoring, Connection = StorageConnectionReader.Section)] string hint, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await start.RunAsync(client, cancel);
        await recommend.RunAsync(client, cancel);
    }
}
