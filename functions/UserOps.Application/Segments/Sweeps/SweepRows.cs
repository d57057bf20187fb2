using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// Partition <c>sweep~{id}</c>: row <c>s</c> the sweep, rows <c>l~{lane}</c> how far each lane is, and whatever rows its work keeps beside them. Partition <c>sweeps</c> names those that somebody still has to look after:
/// back-fills that are not finished, answers that were not thrown away.
/// </summary>
public sealed class SweepRows(ITableStore tables)
{
    private const string LanePrefix = "l~";
    private const string SegmentName = "segment";
    private const string SinceName = "since";
    private const int Version = 1;
    private static readonly TableKey Open = "sweeps";
    private static readonly TableKey SweepKey = "s";

    /// <summary>Says that there will be such a sweep, so that it is found if whoever makes it dies on the way.</summary>
    public Task AnnounceAsync(string id, string segment, DateTimeOffset since, CancellationToken cancel) =>
        tables.CommitAsync(Open, [new Change.Upsert(Properties.Of(new(SegmentName, segment), new(SinceName, since))) { Key = id }], cancel);

    /// <returns>False: there is one.</returns>
    public async Task<bool> InsertAsync(Sweep sweep, CancellationToken cancel) => await tables.CommitAsync(
        Partition(sweep.Id),
        [
            new Change.Insert(Documents.Write(sweep, SweepJson.Compact.Sweep, Version)) { Key = SweepKey },
            .. Enumerable.Range(0, Sweep.Lanes).Select(lane => new Change.Insert(Write(new(lane, 0, 0, null, default, sweep.CreatedAt))) { Key = LaneKey(lane) }),
        ],
        cancel) is CommitResult.Committed;

    public async Task<Sweep?> FindAsync(string id, CancellationToken cancel) =>
        TableKey.TryParse(id, out _) && id.Length == 26 && await tables.GetAsync(Partition(id), SweepKey, cancel) is { } row ? Documents.Read(row, SweepJson.Compact.Sweep) : null;

    public async Task<(SweepLane Lane, string ETag)?> LaneAsync(string id, int lane, CancellationToken cancel) =>
        await tables.GetAsync(Partition(id), LaneKey(lane), cancel) is { } row ? (Documents.Read(row, SweepJson.Compact.SweepLane), row.ETag) : null;

    public async Task<IReadOnlyList<SweepLane>> LanesAsync(string id, CancellationToken cancel) =>
        await tables.RowsAsync(RowQuery.Prefix(Partition(id), LanePrefix), cancel).Select(row => Documents.Read(row, SweepJson.Compact.SweepLane)).ToListAsync(cancel);

    /// <returns>False: it was written by somebody else since.</returns>
    public async Task<bool> ReplaceAsync(string id, SweepLane lane, string etag, IReadOnlyList<Change> kept, CancellationToken cancel) =>
        await tables.CommitAsync(Partition(id), [new Change.Replace(Write(lane), etag) { Key = LaneKey(lane.Lane) }, .. kept], cancel) is CommitResult.Committed;

    public IAsyncEnumerable<(string Id, string Segment, DateTimeOffset Since)> OpenAsync(CancellationToken cancel) =>
        tables.RowsAsync(new(Open), cancel).Select(row => (row.Key.Value, row.Properties.Text(SegmentName), row.Properties.Instant(SinceName)));

    /// <summary>Nobody has to look after it any more.</summary>
    public Task CloseAsync(string id, CancellationToken cancel) => tables.CommitAsync(Open, [new Change.Delete { Key = id }], cancel);

    public async Task ForgetAsync(string id, CancellationToken cancel)
    {
        // Read again after each: two that finish at once take rows away from each other.
        while ((await tables.QueryAsync(new(Partition(id), PageSize: TableLimits.BatchChanges), cancel)).Rows is { Count: > 0 } rows)
        {
            await tables.CommitAsync(Partition(id), [.. rows.Select(row => new Change.Delete { Key = row.Key })], cancel);
        }
    }

    internal static TableKey Partition(string id) => "sweep~" + id;

    private static TableKey LaneKey(int lane) => LanePrefix + lane.ToString("x2", CultureInfo.InvariantCulture);

    private static Properties Write(SweepLane lane) => Documents.Write(lane, SweepJson.Compact.SweepLane, Version);
}
