using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Hosting;

/// <summary>What <c>infra/</c> does in Azure: on Azurite, whose disk may be new at every start, table and queues are made here.</summary>
internal sealed class CreateStorage(AzureStorageClients storage) : BeforeStart
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await storage.Table().CreateIfNotExistsAsync(cancellationToken);
        foreach (var queue in (string[])[QueueNames.Events, QueueNames.PoisonedEvents, QueueNames.Scoring, QueueNames.Journeys])
        {
            await storage.Queue(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
