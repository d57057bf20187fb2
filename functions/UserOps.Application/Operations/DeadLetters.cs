using UserOps.Application.Queues;
using UserOps.Application.Storage;

namespace UserOps.Application.Operations;

/// <summary>Messages that were given up, in partition <c>dead</c>, oldest first: kept until an operator replays them.</summary>
public sealed class DeadLetters(ITableStore store, IMessageQueue queue)
{
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

    /// <summary>Enqueues the message again, then drops the letter: handling it twice does no harm, losing it would.</summary>
    /// <returns>False when there is no such letter.</returns>
    public async Task<bool> ReplayAsync(TableKey id, CancellationToken cancel)
    {
        if (await store.GetAsync(Partition, id, cancel) is not { } row)
        {
            return false;
        }

        await queue.EnqueueAsync([new(row.Properties.Bytes("body"))], cancel);
        await store.CommitAsync(Partition, [new Change.Delete { Key = id }], cancel);
        return true;
    }

    private static DeadLetter Read(Row row) => new(
        row.Key.Value,
        row.Properties.Bytes("body"),
        row.Properties.Text("reason"),
        (int)row.Properties.Number("tries"),
        row.Properties.Instant("first"),
        row.Properties.Instant("last"));
}
