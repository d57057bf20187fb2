using UserOps.Application.Storage;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Inboxes: a row <c>i~{ticks from the end of time}~{id}</c> in the user's partition, so that the newest comes first, and with it a marker <c>im~{id}</c> that names it, whose
/// insertion fails for a message that is there already.
/// </summary>
public sealed class InboxRows(ITableStore store)
{
    private const int Version = 1;
    private const string Listed = "i~";

    /// <returns>False: it was there already.</returns>
    public async Task<bool> AddAsync(string userKey, InboxEntry entry, CancellationToken cancel)
    {
        var row = $"{Listed}{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}~{entry.Id:N}";
        Change[] changes =
        [
            new Change.Insert(Properties.Of("row", row)) { Key = Marker(entry.Id) },
            new Change.Insert(Write(entry)) { Key = row },
        ];
        return await store.CommitAsync(userKey, changes, cancel) is CommitResult.Committed;
    }

    public async Task<StoredInboxEntry?> FindAsync(string userKey, Guid id, CancellationToken cancel) =>
        await store.GetAsync(userKey, Marker(id), cancel) is { } marker && await store.GetAsync(userKey, marker.Properties.Text("row"), cancel) is { } row ? Of(row) : null;

    /// <summary>A page, the newest first.</summary>
    /// <param name="from">Where the page before ended; null: from the newest.</param>
    public async Task<(IReadOnlyList<StoredInboxEntry> Entries, string? Next)> ListAsync(string userKey, string? from, int pageSize, CancellationToken cancel)
    {
        var page = await store.QueryAsync(new(userKey, from ?? Listed, RowQuery.EndOf(Listed), pageSize), cancel);
        return ([.. page.Rows.Select(Of)], page.Next?.Value);
    }

    /// <returns>Whether the text can have come from <see cref="ListAsync"/>.</returns>
    public static bool IsPlace(string from) => from.StartsWith(Listed, StringComparison.Ordinal) && TableKey.TryParse(from, out _);

    /// <returns>False: it was changed since.</returns>
    public async Task<bool> ReplaceAsync(string userKey, StoredInboxEntry known, InboxEntry entry, CancellationToken cancel) =>
        await store.CommitAsync(userKey, [new Change.Replace(Write(entry), known.ETag) { Key = known.Row }], cancel) is CommitResult.Committed;

    private static TableKey Marker(Guid id) => $"im~{id:N}";

    private static Properties Write(InboxEntry entry) => Documents.Write(entry, SendingJson.Compact.InboxEntry, Version);

    private static StoredInboxEntry Of(Row row) => new(row.Key.Value, Documents.Read(row, SendingJson.Compact.InboxEntry), row.ETag);
}
