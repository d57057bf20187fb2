using UserOps.Application.Queues;

namespace UserOps.Tests.Queues;

/// <summary>Keeps messages until a test takes them, in whatever order it likes.</summary>
public sealed class MemoryMessageQueue(TimeProvider? clock = null) : IMessageQueue
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly List<PendingMessage> _pending = [];
    private readonly Lock _lock = new();
    private long _enqueued;

    /// <summary>A hook that throws before is a crash before the messages are stored.</summary>
    public Func<IReadOnlyList<QueueMessage>, Task>? Before { get; set; }

    /// <summary>A hook that throws after is a crash, or a lost answer, after they are.</summary>
    public Func<IReadOnlyList<QueueMessage>, Task>? After { get; set; }

    /// <summary>Messages ever enqueued.</summary>
    public long Enqueued => Interlocked.Read(ref _enqueued);

    /// <summary>Messages not yet completed, due or not, in order of enqueueing.</summary>
    public IReadOnlyList<PendingMessage> Pending
    {
        get
        {
            lock (_lock)
            {
                return [.. _pending];
            }
        }
    }

    public IReadOnlyList<PendingMessage> Due => [.. Pending.Where(m => m.Due <= _clock.GetUtcNow())];

    /// <summary>The instant at which the next waiting message is due; null when none waits.</summary>
    public DateTimeOffset? NextDue => Pending.Select(m => (DateTimeOffset?)m.Due).Min();

    public async Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel)
    {
        QueueLimits.Check(messages);
        cancel.ThrowIfCancellationRequested();
        await (Before?.Invoke(messages) ?? Task.CompletedTask);
        lock (_lock)
        {
            foreach (var message in messages)
            {
                _pending.Add(new(++_enqueued, _clock.GetUtcNow() + message.Delay, message.Body.ToArray()));
            }
        }

        await (After?.Invoke(messages) ?? Task.CompletedTask);
    }

    /// <summary>Removes a message: it was handled.</summary>
    public void Complete(PendingMessage message)
    {
        lock (_lock)
        {
            _pending.RemoveAll(m => m.Number == message.Number);
        }
    }

    /// <summary>
    /// Hands due messages to <paramref name="handle"/> until none is left, those that arrive meanwhile included. A message is removed after it was handled; when
    /// the handler throws it stays, and the exception passes on.
    /// </summary>
    /// <param name="random">Chooses the order; null: oldest first.</param>
    /// <returns>How many were handled.</returns>
    public async Task<int> DrainAsync(Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle, Random? random = null, CancellationToken cancel = default)
    {
        var handled = 0;
        while (Due is { Count: > 0 } due)
        {
            var message = due[random?.Next(due.Count) ?? 0];
            await handle(message.Body, cancel);
            Complete(message);
            handled++;
        }

        return handled;
    }
}
