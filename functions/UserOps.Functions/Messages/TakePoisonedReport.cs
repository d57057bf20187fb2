using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Operations;
using UserOps.Application.Queues;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace UserOps.Functions.Messages;

/// <summary>
/// Tries once more what the host has put aside, as in <see cref="BuryPoisonedMessage"/>: a queue that took nothing for a while, or workers that ended. No dead letter is made of it,
/// since reports hold addresses.
/// </summary>
public sealed partial class TakePoisonedReport(
    ReceiveEmailReports receive, [FromKeyedServices(QueueNames.PoisonedReports)] IMessageQueue poisoned, ILogger<TakePoisonedReport> logger)
{
    /// <summary>After the last delivery the host would leave it there until it expires. So a new one takes its place.</summary>
    [Function(nameof(TakePoisonedReport))]
    public async Task RunAsync([QueueTrigger(QueueNames.PoisonedReports, Connection = StorageConnectionReader.Section)] QueueMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await receive.RunAsync(message.Body.ToMemory(), cancel);
        }
        catch (Exception fault) when (message.DequeueCount >= BuryPoisonedMessage.Deliveries && !cancel.IsCancellationRequested)
        {
            await poisoned.EnqueueAsync([new(message.Body.ToArray(), BuryPoisonedMessage.Pause)], cancel);
            LogKept(message.MessageId, FailureReason.Of(fault));
        }
    }

    [LoggerMessage(LogLevel.Error, "Delivery report {Id} can't be taken yet and stays in the poison queue: {Reason}")]
    private partial void LogKept(string id, string reason);
}
