namespace UserOps.Application.Queues;

/// <summary>The one queue of work that must not be lost. Delivery is at least once and in no order.</summary>
public interface IMessageQueue
{
    /// <summary>Returns once every message is safely stored.</summary>
    /// <exception cref="ArgumentException">A message is empty or larger than <see cref="QueueMessage.MaxBytes"/>.</exception>
    Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel);
}
