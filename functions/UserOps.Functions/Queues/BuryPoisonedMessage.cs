using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Operations;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Queues;

/// <summary>What the host has put aside, since the worker ended or ran out of time at it again and again, is listed and replayed like every other dead letter.</summary>
public sealed class BuryPoisonedMessage(BuryMessage bury)
{
    /// <summary><c>extensions.queues.maxDequeueCount</c> in host.json.</summary>
    public const int Deliveries = 10;

    private const string Reason = "Every delivery ended without an answer: the worker ended or ran out of time.";

    [Function(nameof(BuryPoisonedMessage))]
    public Task RunAsync([QueueTrigger(QueueNames.PoisonedEvents, Connection = StorageConnectionReader.Section)] QueueMessage message, CancellationToken cancel) =>
        bury.RunAsync(message.MessageId, message.Body.ToMemory(), message.InsertedOn.GetValueOrDefault(), Deliveries, Reason, cancel);
}
