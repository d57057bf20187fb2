using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Messages.Engagement;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Messages;

/// <summary>What Event Grid tells goes on into the one queue of work, without the address; there it is tried again, put aside and replayed like everything else.</summary>
public sealed class TakeDeliveryReport(ReceiveEmailReports receive)
{
    [Function(nameof(TakeDeliveryReport))]
    public Task RunAsync([QueueTrigger(QueueNames.Reports, Connection = StorageConnectionReader.Section)] QueueMessage message, CancellationToken cancel) =>
        receive.RunAsync(message.Body.ToMemory(), cancel);
}
