using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Reviews;

/// <summary>
/// Users by the instant at which their segments must be looked at although nothing happens: partitions <c>due~00</c> to <c>due~0f</c>. A row too many does no harm, a missing
/// one does: so it is written before the profile that relies on it.
/// </summary>
public sealed class DueReviews(ITableStore tables)
{
    private const string AttemptsName = "attempts";

    private static readonly TimedKeys Keys = new("due~");

    /// <summary>Each call gives the row another ETag, so that whoever was about to delete it finds that somebody relies on it anew.</summary>
    public Task SetAsync(string userKey, DateTimeOffset at, CancellationToken cancel, int attempts = 0) =>
        tables.CommitAsync(Keys.ShardOf(userKey), [new Change.Upsert(Properties.Of(AttemptsName, (long)attempts)) { Key = TimedKeys.At(at, userKey) }], cancel);

    /// <summary>In order of time.</summary>
    /// <param name="shard">0 to 15.</param>
    public async Task<IReadOnlyList<DueReview>> DueAsync(int shard, DateTimeOffset now, int most, CancellationToken cancel) =>
        await ReadAsync(TimedKeys.DueBy(Keys.Shard(shard), now, most), most, cancel);

    /// <summary>When the first of all is due, which may be past; null: there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        var firsts = await Task.WhenAll(Enumerable.Range(0, TimedKeys.Shards).Select(shard => ReadAsync(TimedKeys.All(Keys.Shard(shard), 1), 1, cancel)));
        return firsts.SelectMany(first => first).Select(first => (DateTimeOffset?)first.At).Min();
    }

    /// <summary>Leaves it where it was written anew since it was read, or is gone.</summary>
    public Task RemoveAsync(DueReview due, CancellationToken cancel) => tables.CommitAsync(due.Partition, [new Change.Delete(due.ETag) { Key = due.Key }], cancel);

    private async Task<IReadOnlyList<DueReview>> ReadAsync(RowQuery query, int most, CancellationToken cancel)
    {
        var found = new List<DueReview>();
        await foreach (var row in tables.RowsAsync(query, cancel))
        {
            var (at, userKey) = TimedKeys.Parse(row.Key.Value) ?? throw new InvalidDataException("The key of a due review has a form that this version does not know.");
            found.Add(new(row.Partition, row.Key, userKey, at, (int)row.Properties.Number(AttemptsName), row.ETag));
            if (found.Count == most)
            {
                break;
            }
        }

        return found;
    }
}
