using UserOps.Application.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Queues;

/// <summary>
/// The queue in the local database. One process owns the file, so who has claimed what is kept in memory only: after a restart every message that was not
/// completed is there again.
/// </summary>
public sealed class SqliteMessageQueue : IMessageQueue
{
    private readonly LocalDatabase _database;
    private readonly TimeProvider _clock;
    private readonly PriorityQueue<long, (DateTimeOffset Due, long Id)> _waiting = new();
    private readonly Lock _lock = new();
    private readonly long _lastLeft;
    private TaskCompletionSource _arrival = NewArrival();
    private long _lastId;
    private int _depth;

    public SqliteMessageQueue(LocalDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        foreach (var (id, due) in database.MessageWrites.Left)
        {
            _waiting.Enqueue(id, (due, id));
            _lastLeft = _lastId = id;
        }

        _depth = _waiting.Count;
    }

    /// <summary>Messages not yet completed: waiting, delayed or claimed.</summary>
    public int Depth => Volatile.Read(ref _depth);

    /// <summary>When the next unclaimed message is due (it may be past); null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _waiting.TryPeek(out _, out var first) ? first.Due : null;
            }
        }
    }

    /// <summary>Completes at the next arrival after it was read: read it, look for work, then wait for it.</summary>
    public Task Arrival => Volatile.Read(ref _arrival).Task;

    public async Task EnqueueAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancel)
    {
        QueueLimits.Check(messages);
        cancel.ThrowIfCancellationRequested();
        if (messages.Count == 0)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        var first = Interlocked.Add(ref _lastId, messages.Count) - messages.Count + 1;
        await WriteAsync(messages.Sum(m => m.Body.Length), writes =>
        {
            for (var i = 0; i < messages.Count; i++)
            {
                writes.Insert(first + i, now + messages[i].Delay, now, messages[i].Body);
            }
        });
        Interlocked.Add(ref _depth, messages.Count);
        Wait([.. messages.Select((message, i) => (first + i, now + message.Delay))]);
    }

    /// <summary>Up to <paramref name="most"/> due messages; each stays with the caller until it is completed, retried or released.</summary>
    public async Task<IReadOnlyList<StoredMessage>> ClaimAsync(int most, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var ids = TakeDue(most);
        try
        {
            if (ids.Exists(id => id <= _lastLeft))
            {
                await WriteAsync(0, writes => ids.FindAll(id => id <= _lastLeft).ForEach(writes.Recover));
            }

            return ids.ConvertAll(Read);
        }
        catch
        {
            ids.ForEach(Release);
            throw;
        }
    }

    /// <summary>They are done with and never come again.</summary>
    public async Task CompleteAsync(IReadOnlyList<long> ids)
    {
        await WriteAsync(0, writes =>
        {
            foreach (var id in ids)
            {
                writes.Delete(id);
            }
        });
        Interlocked.Add(ref _depth, -ids.Count);
    }

    /// <summary>A delivery failed; the next is not before <paramref name="delay"/> has passed.</summary>
    public async Task RetryAsync(long id, TimeSpan delay)
    {
        var due = _clock.GetUtcNow() + delay;
        await WriteAsync(0, writes => writes.Retry(id, due));
        Wait([(id, due)]);
    }

    /// <summary>Claimed and not begun, or broken off by a shutdown: due at once, and no failure.</summary>
    public void Release(long id) => Wait([(id, _clock.GetUtcNow())]);

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StoredMessage Read(long id) => _database.Readers.Read(id, static (reader, id) => reader.Message(id))
        ?? throw new InvalidOperationException($"Message {id} is gone, though only its claimant may complete it.");

    private Task<bool> WriteAsync(int bytes, Action<MessageWrites> write) =>
        _database.Writer.RunAsync(new MessageJob(_database.MessageWrites, bytes, write));

    private List<long> TakeDue(int most)
    {
        var now = _clock.GetUtcNow();
        var ids = new List<long>();
        lock (_lock)
        {
            while (ids.Count < most && _waiting.TryPeek(out var id, out var first) && first.Due <= now)
            {
                _waiting.Dequeue();
                ids.Add(id);
            }
        }

        return ids;
    }

    private void Wait(ReadOnlySpan<(long Id, DateTimeOffset Due)> messages)
    {
        lock (_lock)
        {
            foreach (var (id, due) in messages)
            {
                _waiting.Enqueue(id, (due, id));
            }
        }

        Interlocked.Exchange(ref _arrival, NewArrival()).SetResult();
    }
}
