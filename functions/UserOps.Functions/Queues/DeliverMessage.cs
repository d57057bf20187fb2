using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using UserOps.Application.Events;
using UserOps.Application.Operations;
using UserOps.Application.Settings;

namespace UserOps.Functions.Queues;

/// <summary>
/// One delivery of a queue message. Returning lets the host delete it. Throwing brings it back after host.json's <c>visibilityTimeout</c>; at the last of the configured
/// tries it is buried here instead, since in the host's own poison queue the reason would be lost.
/// </summary>
public sealed partial class DeliverMessage(HandleMessage handle, BuryMessage bury, UserOpsSettings settings, ILogger<DeliverMessage> logger)
{
    /// <exception cref="MessageFailedException">It could not be handled this time.</exception>
    public async Task RunAsync(QueueMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await handle.RunAsync(message.Body.ToMemory(), cancel);
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && cancel.IsCancellationRequested))
        {
            await FailAsync(message, FailureReason.Of(fault), cancel);
        }
    }

    private async Task FailAsync(QueueMessage message, string reason, CancellationToken cancel)
    {
        var tries = (int)message.DequeueCount;
        if (tries < settings.Limits.MessageTries)
        {
            LogRetry(message.MessageId, tries, reason);
            throw new MessageFailedException(reason);
        }

        await bury.RunAsync(message.MessageId, message.Body.ToMemory(), message.InsertedOn.GetValueOrDefault(), tries, reason, cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Message {Id} failed {Tries} times and is tried again: {Reason}")]
    private partial void LogRetry(string id, int tries, string reason);
}
