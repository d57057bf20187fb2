using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Queues;

public sealed class ApplyMessage(DeliverMessage deliver)
{
    [Function(nameof(ApplyMessage))]
    public Task RunAsync([QueueTrigger(QueueNames.Events, Connection = StorageConnectionReader.Section)] QueueMessage message, CancellationToken cancel) =>
        deliver.RunAsync(message, cancel);
}
