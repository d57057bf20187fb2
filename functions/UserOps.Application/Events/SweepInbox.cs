using UserOps.Application.Queues;
using UserOps.Application.Storage;

namespace UserOps.Application.Events;

/// <summary>
/// Queues once more what lies long in the inbox: its message may never have been sent, since the process can die between the two writes. Applying twice is harmless.
/// </summary>
public sealed class SweepInbox(ITableStore store, IMessageQueue queue, TimeProvider clock)
{
    public static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <returns>When to look again.</returns>
    public async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await foreach (var row in store.RowsAsync(new(InboxRow.Partition, To: InboxRow.Before(now - Age)), cancel))
        {
            if (InboxRow.IsSwept(row))
            {
                continue;
            }

            await queue.EnqueueAsync([InboxRow.Message(row.Key)], cancel);

            // Once is enough: a row that is still there after that has its message among the dead letters.
            await store.CommitAsync(InboxRow.Partition, [InboxRow.Sweep(row)], cancel);
        }

        return now + Age;
    }
}
