using Azure.Storage.Queues;
using UserOps.Application.Queues;

namespace UserOps.Functions.Queues;

/// <summary>Messages in one queue of Azure Queue Storage. The service takes them one at a time, so several are sent at once.</summary>
/// <param name="queue">Exists; its client encodes bodies as base64, as the queue trigger expects, and retries what passes.</param>
public sealed class AzureMessageQueue(QueueClient queue) : IMessageQueue
{
    private const int SendsAtOnce = 16;

    /// <summary>The service's word for "never expires". Its default of seven days would lose what waits out a long outage.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>When it throws, some of the messages may be stored: sending all of them again is harmless, since each is handled at least once anyway.</summary>
    public Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel)
    {
        QueueLimits.Check(messages);
        return messages is [var only]
            ? SendAsync(only, cancel)
            : Parallel.ForEachAsync(
                messages, new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnce, CancellationToken = cancel }, (message, stop) => new(SendAsync(message, stop)));
    }

    private Task SendAsync(QueueMessage message, CancellationToken cancel) =>
        queue.SendMessageAsync(BinaryData.FromBytes(message.Body), Wait(message.Delay), Forever, cancel);

    // The service counts whole seconds, and nothing may come before its time.
    private static TimeSpan? Wait(TimeSpan delay) => delay > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)) : null;
}
