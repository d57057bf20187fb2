using System.Buffers.Binary;
using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;

namespace UserOps.Application.Recommendations;

/// <summary>
/// Partition <c>recommendations</c>: <c>run</c> the last one begun, <c>published</c> the one that is read. Partition <c>rec~{run}</c>: <c>popular</c>, and while it is at
/// work <c>1~{bucket}</c> counts, <c>products</c> and <c>2~{slice}</c> for each slice that is done. Partitions <c>rec~{run}~{digit}</c>: a row for each product with what
/// goes with it.
/// </summary>
public sealed class RecommendationRows(ITableStore store)
{
    internal const string Counts = "1~";
    internal const string Slices = "2~";
    internal const string Products = "products";
    internal const string Popular = "popular";

    private const int Version = 1;
    private const string RelatedName = "related";
    private const string Digits = "0123456789abcdef";

    private static readonly TableKey Heads = "recommendations";
    private static readonly TableKey RunKey = "run";
    private static readonly TableKey PublishedKey = "published";

    public Task<RecommendationRun?> LastAsync(CancellationToken cancel) => ReadAsync(RunKey, cancel);

    public Task<RecommendationRun?> PublishedAsync(CancellationToken cancel) => ReadAsync(PublishedKey, cancel);

    /// <param name="change">Returns the run as it shall be, or null to leave it; called again when somebody else wrote between.</param>
    /// <returns>The run as it stands; null: there is none.</returns>
    public async Task<RecommendationRun?> UpdateAsync(Func<RecommendationRun?, RecommendationRun?> change, CancellationToken cancel, bool publish = false)
    {
        while (true)
        {
            var row = await store.GetAsync(Heads, RunKey, cancel);
            var before = row is null ? null : Documents.Read(row, RecommendationJson.Default.RecommendationRun);
            if (change(before) is not { } after)
            {
                return before;
            }

            var properties = Documents.Write(after, RecommendationJson.Default.RecommendationRun, Version);
            List<Change> changes = [row is null ? new Change.Insert(properties) { Key = RunKey } : new Change.Replace(properties, row.ETag) { Key = RunKey }];
            if (publish)
            {
                changes.Add(new Change.Upsert(properties) { Key = PublishedKey });
            }

            if (await store.CommitAsync(Heads, changes, cancel) is CommitResult.Committed)
            {
                return after;
            }
        }
    }

    public async Task<byte[]?> FindAsync(string run, TableKey key, CancellationToken cancel) =>
        await store.GetAsync(Work(run), key, cancel) is { } row ? Documents.ReadBytes(row) : null;

    /// <summary>The first to write it decides, so that all who carry on the same run go by the same.</summary>
    public async Task PutOnceAsync(string run, TableKey key, byte[] content, CancellationToken cancel) =>
        await store.CommitAsync(Work(run), [new Change.Insert(Documents.WriteBytes(content, "recommendations", Version)) { Key = key }], cancel);

    /// <summary>A few rows at a time: one may be some hundred kilobytes.</summary>
    public async IAsyncEnumerable<byte[]> AllAsync(string run, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(Work(run), prefix, pageSize: 4), cancel))
        {
            yield return Documents.ReadBytes(row);
        }
    }

    public async Task WriteRelatedAsync(string run, IEnumerable<(ProductKey Product, IReadOnlyList<ProductWeight> Related)> related, CancellationToken cancel)
    {
        foreach (var shard in related.GroupBy(item => Shard(run, item.Product)))
        {
            foreach (var batch in shard.Chunk(TableLimits.BatchChanges))
            {
                await store.CommitAsync(
                    shard.Key, [.. batch.Select(item => new Change.Upsert(Properties.Of(RelatedName, Bytes(item.Related))) { Key = item.Product.ToString() })], cancel);
            }
        }
    }

    /// <returns>What goes with a product, the closest first; null: the run does not know it.</returns>
    public async Task<IReadOnlyList<ProductWeight>?> RelatedAsync(string run, ProductKey product, CancellationToken cancel) =>
        await store.GetAsync(Shard(run, product), product.ToString(), cancel) is { } row ? Read(row.Properties.Bytes(RelatedName)) : null;

    /// <summary>Rows of the work alone, once it is published.</summary>
    public async Task ClearWorkAsync(string run, CancellationToken cancel)
    {
        foreach (var prefix in (string[])[Counts, Slices, Products])
        {
            await DeleteAsync(RowQuery.Prefix(Work(run), prefix, TableLimits.BatchChanges), cancel);
        }
    }

    public async Task ClearAsync(string run, CancellationToken cancel)
    {
        foreach (var digit in Digits)
        {
            await DeleteAsync(new(Shard(run, digit), PageSize: TableLimits.BatchChanges), cancel);
        }

        await DeleteAsync(new(Work(run), PageSize: TableLimits.BatchChanges), cancel);
    }

    private async Task<RecommendationRun?> ReadAsync(TableKey key, CancellationToken cancel) =>
        await store.GetAsync(Heads, key, cancel) is { } row ? Documents.Read(row, RecommendationJson.Default.RecommendationRun) : null;

    private async Task DeleteAsync(RowQuery query, CancellationToken cancel)
    {
        var keys = new List<TableKey>();
        await foreach (var row in store.RowsAsync(query, cancel))
        {
            keys.Add(row.Key);
        }

        foreach (var batch in keys.Chunk(TableLimits.BatchChanges))
        {
            await store.CommitAsync(query.Partition, [.. batch.Select(key => new Change.Delete { Key = key })], cancel);
        }
    }

    private static TableKey Work(string run) => $"rec~{run}";

    private static TableKey Shard(string run, ProductKey product) => Shard(run, Digits[(int)(product.Value >> 60)]);

    private static TableKey Shard(string run, char digit) => $"rec~{run}~{digit}";

    private static byte[] Bytes(IReadOnlyList<ProductWeight> related)
    {
        var bytes = new byte[related.Count * 12];
        for (var i = 0; i < related.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * 12), related[i].Product.Value);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan((i * 12) + 8), (int)related[i].Weight);
        }

        return bytes;
    }

    private static ProductWeight[] Read(byte[] bytes) =>
        [.. bytes.Chunk(12).Select(entry => new ProductWeight(new(BinaryPrimitives.ReadUInt64BigEndian(entry)), BinaryPrimitives.ReadInt32BigEndian(entry.AsSpan(8))))];
}
