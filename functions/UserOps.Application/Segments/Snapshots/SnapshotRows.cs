using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Partition <c>snapshots~{segment}</c>: row <c>{id}</c> a snapshot, row <c>-</c> how many there are, committed with each that comes or goes.</summary>
public sealed class SnapshotRows(ITableStore tables)
{
    /// <summary>Of a segment.</summary>
    public const int Most = 100;

    private const string CountName = "count";
    private const int Version = 1;
    private static readonly TableKey CountKey = "-";

    public async Task<(Snapshot Snapshot, string ETag)?> FindAsync(string segment, string id, CancellationToken cancel) =>
        IsId(id) && await tables.GetAsync(Partition(segment), id, cancel) is { } row ? (Read(row), row.ETag) : null;

    /// <summary>The latest first; no more than <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<Snapshot>> AllAsync(string segment, CancellationToken cancel)
    {
        var all = await tables.RowsAsync(new(Partition(segment)), cancel).Where(row => row.Key != CountKey).Select(Read).ToListAsync(cancel);
        return [.. all.OrderByDescending(one => one.TakenAt).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    /// <returns>How it is there now, which may be by somebody else; null: there are <see cref="Most"/> others.</returns>
    public async Task<Snapshot?> InsertAsync(Snapshot snapshot, CancellationToken cancel)
    {
        while (true)
        {
            var count = await tables.GetAsync(Partition(snapshot.Segment), CountKey, cancel);
            if (await FindAsync(snapshot.Segment, snapshot.Id, cancel) is var (known, _))
            {
                return known;
            }

            if (NumberIn(count) >= Most)
            {
                return null;
            }

            if (await CommitAsync(snapshot.Segment, new Change.Insert(Write(snapshot)) { Key = snapshot.Id }, count, 1, cancel))
            {
                return snapshot;
            }
        }
    }

    /// <returns>False: it was written by somebody else since.</returns>
    public async Task<bool> ReplaceAsync(Snapshot snapshot, string etag, CancellationToken cancel) =>
        await tables.CommitAsync(Partition(snapshot.Segment), [new Change.Replace(Write(snapshot), etag) { Key = snapshot.Id }], cancel) is CommitResult.Committed;

    /// <returns>False: it, or how many there are, was written by somebody else since.</returns>
    public async Task<bool> DeleteAsync(Snapshot snapshot, string etag, CancellationToken cancel) => await CommitAsync(
        snapshot.Segment, new Change.Delete(etag) { Key = snapshot.Id }, await tables.GetAsync(Partition(snapshot.Segment), CountKey, cancel), -1, cancel);

    private async Task<bool> CommitAsync(string segment, Change change, Row? count, int more, CancellationToken cancel)
    {
        var counted = Properties.Of(CountName, NumberIn(count) + more);
        Change counting = count is null ? new Change.Insert(counted) { Key = CountKey } : new Change.Replace(counted, count.ETag) { Key = CountKey };
        return await tables.CommitAsync(Partition(segment), [change, counting], cancel) is CommitResult.Committed;
    }

    private static bool IsId(string text) => text.Length == 26 && text.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));

    private static long NumberIn(Row? count) => count?.Properties.Number(CountName) ?? 0;

    private static TableKey Partition(string segment) => "snapshots~" + segment;

    private static Properties Write(Snapshot snapshot) => Documents.Write(snapshot, SnapshotJson.Compact.Snapshot, Version);

    private static Snapshot Read(Row row) => Documents.Read(row, SnapshotJson.Compact.Snapshot);
}
