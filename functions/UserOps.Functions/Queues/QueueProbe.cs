using Azure.Storage.Queues;
using UserOps.Application.Operations;

namespace UserOps.Functions.Queues;

/// <summary>Asks for the queue's properties: intake needs it as much as the table.</summary>
internal sealed class QueueProbe(QueueClient queue) : IHealthProbe
{
    public string Name => "queue";

    public Task RunAsync(CancellationToken cancel) => queue.GetPropertiesAsync(cancel);
}
