using NodaTime;
using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>The ledger of one user's messages.</summary>
public sealed class MessageRows(ITableStore store)
{
    /// <param name="row">Anything, as from a link; what can be no row of the ledger is none.</param>
    public async Task<StoredMessage?> FindAsync(string userKey, string row, CancellationToken cancel) =>
        row.StartsWith(MessageRow.Prefix, StringComparison.Ordinal) && TableKey.TryParse(row, out var key) && await store.GetAsync(userKey, key, cancel) is { } found
            ? Of(found)
            : null;

    /// <returns>False: there is an entry already.</returns>
    public async Task<bool> InsertAsync(string userKey, MessageEntry entry, CancellationToken cancel) =>
        await store.CommitAsync(userKey, [new Change.Insert(MessageRow.Write(entry)) { Key = MessageRow.Key(entry) }], cancel) is CommitResult.Committed;

    /// <returns>False: it was changed since.</returns>
    public async Task<bool> ReplaceAsync(string userKey, StoredMessage known, MessageEntry entry, CancellationToken cancel) =>
        await store.CommitAsync(userKey, [new Change.Replace(MessageRow.Write(entry), known.ETag) { Key = known.Row }], cancel) is CommitResult.Committed;

    /// <summary>By run, step and occurrence.</summary>
    public IAsyncEnumerable<MessageEntry> AllAsync(string userKey, CancellationToken cancel) =>
        store.RowsAsync(RowQuery.Prefix(userKey, MessageRow.Prefix), cancel).Select(MessageRow.Read);

    /// <param name="zone">Whose hours are told.</param>
    public ValueTask<PastResponse> PastAsync(string userKey, DateTimeZone zone, CancellationToken cancel) =>
        AllAsync(userKey, cancel).AggregateAsync(PastResponse.None, (past, entry) => past.With(entry, zone), cancel);

    /// <summary>
    /// The newest first, by the moment of sending, else by when it was decided. Rows stand by run, so all of the user's are read for it: hundreds after years, by the caps.
    /// </summary>
    /// <param name="after">The last of the page before; null: from the newest.</param>
    public async Task<IReadOnlyList<StoredMessage>> NewestAsync(string userKey, StoredMessage? after, int limit, CancellationToken cancel)
    {
        var newest = new SortedSet<StoredMessage>(NewestFirst.Order);
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(userKey, MessageRow.Prefix), cancel))
        {
            var message = Of(row);
            if (after is null || NewestFirst.Order.Compare(message, after) > 0)
            {
                newest.Add(message);
                if (newest.Count > limit)
                {
                    newest.Remove(newest.Max!);
                }
            }
        }

        return [.. newest];
    }

    private static StoredMessage Of(Row row) => new(row.Key.Value, MessageRow.Read(row), row.ETag);
}
