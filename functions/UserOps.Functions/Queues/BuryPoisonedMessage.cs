using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application.Operations;
using UserOps.Application.Queues;
using UserOps.Functions.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace UserOps.Functions.Queues;

/// <summary>What the host has put aside, since the worker ended or ran out of time at it again and again, is listed and replayed like every other dead letter.</summary>
public sealed partial class BuryPoisonedMessage(
    BuryMessage bury, [FromKeyedServices(QueueNames.PoisonedEvents)] IMessageQueue poisoned, ILogger<BuryPoisonedMessage> logger)
{
    /// <summary><c>extensions.queues.maxDequeueCount</c> in host.json.</summary>
    public const int Deliveries = 10;

    /// <summary>As long as the host itself leaves a failed message of a poison queue alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private const string Reason = "Every delivery ended without an answer: the worker ended or ran out of time.";

    /// <summary>A poison queue has none of its own: after the last delivery the host would leave a message there until it expires. So a new one takes its place.</summary>
    [Function(nameof(BuryPoisonedMessage))]
    public async Task RunAsync([QueueTrigger(QueueNames.PoisonedEvents, Connection = StorageConnectionReader.Section)] QueueMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await bury.RunAsync(message.MessageId, message.Body.ToMemory(), message.InsertedOn.GetValueOrDefault(), Deliveries, Reason, cancel);
        }
        catch (Exception fault) when (message.DequeueCount >= Deliveries && !cancel.IsCancellationRequested)
        {
            await poisoned.EnqueueAsync([new(message.Body.ToArray(), Pause)], cancel);
            LogKept(message.MessageId, FailureReason.Of(fault));
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} cannot be made a dead letter yet and stays in the poison queue: {Reason}")]
    private partial void LogKept(string id, string reason);
}
