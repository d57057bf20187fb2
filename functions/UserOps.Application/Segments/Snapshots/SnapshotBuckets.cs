using UserOps.Application.Storage;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>
/// The people of a snapshot, under the id of the sweep that takes it: partition <c>snapshot~{id}~{bucket}</c>, row <c>{user key}</c> one of them, row <c>-</c> how many there are and how far it is written, committed with every one of them.
/// An erasure finds somebody, as in an audience, by the user's key: in each snapshot of <see cref="SnapshotRows"/> there is one row to be looked for.
/// </summary>
public sealed class SnapshotBuckets(ITableStore tables)
{
    /// <summary>That go into a batch beside the row <c>-</c>.</summary>
    public const int Batch = TableLimits.BatchChanges - 1;

    private const string FromName = "from";
    private const string CountName = "count";
    private const string DoneName = "done";
    private const string FirstUser = "a";
    private const int Together = 32;
    private static readonly TableKey PlaceKey = "-";

    /// <summary>Before anybody is written, so that whoever comes too late, when all is thrown away, finds no place to write to.</summary>
    public async Task OpenAsync(string id, CancellationToken cancel)
    {
        foreach (var some in Enumerable.Range(0, Buckets.Count).Chunk(Together))
        {
            await Task.WhenAll(some.Select(bucket => tables.CommitAsync(Partition(id, (byte)bucket), [new Change.Insert(Write(new(null, 0, false))) { Key = PlaceKey }], cancel)));
        }
    }

    /// <returns>Null: it is being thrown away, or there is no such snapshot.</returns>
    public async Task<(SnapshotPlace Place, string ETag)?> PlaceAsync(string id, byte bucket, CancellationToken cancel) =>
        await tables.GetAsync(Partition(id, bucket), PlaceKey, cancel) is { } row ? (Read(row), row.ETag) : null;

    /// <param name="users">No more than <see cref="Batch"/>.</param>
    /// <param name="etag">Of the place as it was read.</param>
    /// <returns>The place's next ETag; null: somebody else has written since, or thrown it away, and nothing was written.</returns>
    public async Task<string?> WriteAsync(string id, byte bucket, IEnumerable<string> users, SnapshotPlace after, string etag, CancellationToken cancel)
    {
        Change[] changes = [new Change.Replace(Write(after), etag) { Key = PlaceKey }, .. users.Select(user => new Change.Insert(Properties.None) { Key = user })];
        return await tables.CommitAsync(Partition(id, bucket), changes, cancel) is CommitResult.Committed { ETags: [var next, ..] } ? next : null;
    }

    public async Task<long> CountAsync(string id, CancellationToken cancel)
    {
        var sum = 0L;
        foreach (var some in Enumerable.Range(0, Buckets.Count).Chunk(Together))
        {
            sum += (await Task.WhenAll(some.Select(bucket => PlaceAsync(id, (byte)bucket, cancel)))).Sum(one => one?.Place.Count ?? 0);
        }

        return sum;
    }

    /// <summary>All of them, in the order of buckets and keys.</summary>
    public IAsyncEnumerable<string> UsersAsync(string id, CancellationToken cancel) => Enumerable.Range(0, Buckets.Count).ToAsyncEnumerable()
        .SelectMany(bucket => tables.RowsAsync(new(Partition(id, (byte)bucket), FirstUser), cancel)).Select(row => row.Key.Value);

    /// <summary>Throws some away, the place first.</summary>
    /// <returns>How many; null: somebody else is at it too, and nothing was.</returns>
    public async Task<int?> ClearAsync(string id, byte bucket, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(Partition(id, bucket), null, null, TableLimits.BatchChanges), cancel);
        return page.Rows.Count == 0 ? 0
            : await tables.CommitAsync(Partition(id, bucket), [.. page.Rows.Select(row => new Change.Delete { Key = row.Key })], cancel) is CommitResult.Committed ? page.Rows.Count : null;
    }

    private static TableKey Partition(string id, byte bucket) => $"snapshot~{id}~{bucket:x2}";

    private static Properties Write(SnapshotPlace place)
    {
        Property[] from = place.From is { } key ? [new(FromName, key)] : [];
        return Properties.Owning([new(CountName, place.Count), new(DoneName, place.Done), .. from]);
    }

    private static SnapshotPlace Read(Row row) => new(row.Properties.TextOrNull(FromName), row.Properties.Number(CountName), row.Properties.Find(DoneName) is true);
}
