using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Scoring;

/// <summary>A run is wanted.</summary>
public sealed class StartScoring(StartWantedRuns start)
{
    /// <param name="hint">The day that was asked for; not relied on.</param>
    [Function(nameof(StartScoring))]
    public Task RunAsync(
        [QueueTrigger(QueueNames.Scoring, Connection = StorageConnectionReader.Section)] string hint, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        start.RunAsync(client, cancel);
}
