using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Journeys;

/// <summary>A run is to be woken.</summary>
public sealed class WakeJourneyRun(WakeOrchestration wake)
{
    /// <param name="hint">One that can't be read is dropped: what is to be woken stands in rows.</param>
    [Function(nameof(WakeJourneyRun))]
    public Task RunAsync(
        [QueueTrigger(QueueNames.Journeys, Connection = StorageConnectionReader.Section)] string hint, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        RunHint.Read(hint) is { } run ? wake.RunAsync(client, run, cancel) : Task.CompletedTask;
}
