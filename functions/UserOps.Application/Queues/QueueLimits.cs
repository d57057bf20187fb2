namespace UserOps.Application.Queues;

/// <summary>
/// What every adapter enforces before it stores a message.
/// Source: https://learn.microsoft.com/azure/storage/queues/scalability-targets
/// </summary>
public static class QueueLimits
{
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <exception cref="ArgumentException">A message is empty or too large, or its delay is not 0 to seven days.</exception>
    public static void Check(IReadOnlyList<QueueMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].Body.Length is 0 or > QueueMessage.MaxBytes)
            {
                throw new ArgumentException($"A message holds 1 to {QueueMessage.MaxBytes} bytes; message {i} has {messages[i].Body.Length}.", nameof(messages));
            }

            if (messages[i].Delay < TimeSpan.Zero || messages[i].Delay > MaxDelay)
            {
                throw new ArgumentException($"A message waits at most {MaxDelay.Days} days; message {i} would wait {messages[i].Delay}.", nameof(messages));
            }
        }
    }
}
