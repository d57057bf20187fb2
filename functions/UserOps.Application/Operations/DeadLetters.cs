using UserOps.Application.Queues;
using UserOps.Application.Storage;

namespace UserOps.Application.Operations;

/// <summary>Messages that were given up, in partition <c>dead</c>, oldest first: kept until an operator replays them.</summary>
public sealed class DeadLetters(ITableStore store, IMessageQueue queue)
{
    /// <summary>Letters in a page or a call: with their bodies some ten megabytes at most.</summary>
    public const int Most = 200;

    private static readonly TableKey Partition = "dead";

    public Task AddAsync(DeadLetter letter, CancellationToken cancel) => store.CommitAsync(
        Partition,
        [
            new Change.Upsert(Properties.Of(
                new("body", letter.Body),
                new("reason", letter.Reason),
                new("tries", (long)letter.Tries),
                new("first", letter.First),
                new("last", letter.Last))) { Key = letter.Id },
        ],
        cancel);

    public async Task<DeadLetterPage> ListAsync(TableKey? from, int size, CancellationToken cancel)
    {
        var page = await store.QueryAsync(new(Partition, from, PageSize: size), cancel);
        return new([.. page.Rows.Select(Read)], page.Next?.Value);
    }

    /// <returns>False when there is no such letter.</returns>
    public async Task<bool> ReplayAsync(TableKey id, CancellationToken cancel)
    {
        if (await store.GetAsync(Partition, id, cancel) is not { } row)
        {
            return false;
        }

        await ReplayAsync(row, cancel);
        return true;
    }

    /// <summary>Replays the oldest letters, each once: they are noted before the first is replayed, so one that fails again is not met again.</summary>
    /// <param name="before">Only messages enqueued before this.</param>
    /// <param name="limit">1 to <see cref="Most"/>.</param>
    public async Task<ReplayedLetters> ReplayAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Most);
        var rows = await store.RowsAsync(new(Partition, To: DeadLetter.StartOf(before), PageSize: limit + 1), cancel).Take(limit + 1).ToListAsync(cancel);
        foreach (var row in rows.Take(limit))
        {
            await ReplayAsync(row, cancel);
        }

        return new(Math.Min(rows.Count, limit), rows.Count > limit, before);
    }

    /// <summary>Enqueues the message again, then drops the letter: handling it twice does no harm, losing it would.</summary>
    private async Task ReplayAsync(Row row, CancellationToken cancel)
    {
        await queue.EnqueueAsync([new(row.Properties.Bytes("body"))], cancel);
        await store.CommitAsync(Partition, [new Change.Delete { Key = row.Key }], cancel);
    }

    private static DeadLetter Read(Row row) => new(
        row.Key.Value,
        row.Properties.Bytes("body"),
        row.Properties.Text("reason"),
        (int)row.Properties.Number("tries"),
        row.Properties.Instant("first"),
        row.Properties.Instant("last"));
}
