using System.Runtime.CompilerServices;
using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>
/// Partition <c>s~{date}</c>: what the steps of a run hand to each other, so that calls carry counters only. <c>1~{bucket}</c> summaries, <c>2~{bucket}</c>
/// selections, <c>3~{attempt}~{bucket}</c> tallies, <c>merged</c>, <c>model</c>, <c>value</c>. Cleared when the run is published.
/// </summary>
public sealed class WorkRows(ITableStore tables)
{
    internal const string PartitionPrefix = "s~";
    internal const string Summaries = "1~";
    internal const string Selections = "2~";
    internal const string Merged = "merged";
    internal const string Model = "model";
    internal const string Value = "value";

    private const int Version = 1;

    internal static TableKey Partition(DateOnly asOf) => PartitionPrefix + RunRows.Text(asOf);

    internal static string TalliesOf(ScoringRun run) => $"3~{run.Attempt}~";

    internal static TableKey Key(string prefix, byte bucket) => $"{prefix}{bucket:x2}";

    public Task PutAsync(DateOnly asOf, TableKey key, byte[] content, CancellationToken cancel) => tables.CommitAsync(
        Partition(asOf), [new Change.Upsert(Documents.WriteBytes(content, "scoring work", Version)) { Key = key }], cancel);

    public async Task<byte[]?> FindAsync(DateOnly asOf, TableKey key, CancellationToken cancel) =>
        await tables.GetAsync(Partition(asOf), key, cancel) is { } row ? Documents.ReadBytes(row) : null;

    public async Task<byte[]> GetAsync(DateOnly asOf, TableKey key, CancellationToken cancel) =>
        await FindAsync(asOf, key, cancel)
            ?? throw new InvalidOperationException($"Step '{key}' of the run as of {RunRows.Text(asOf)} has not been done.");

    /// <exception cref="InvalidOperationException">Not every bucket has its row.</exception>
    public async Task<IReadOnlyList<byte[]>> AllAsync(DateOnly asOf, string prefix, CancellationToken cancel)
    {
        var rows = new List<byte[]>(Domain.Scoring.Buckets.Count);
        await foreach (var row in tables.RowsAsync(RowQuery.Prefix(Partition(asOf), prefix), cancel))
        {
            rows.Add(Documents.ReadBytes(row));
        }

        return rows.Count == Domain.Scoring.Buckets.Count
            ? rows
            : throw new InvalidOperationException($"Step '{prefix}' of the run as of {RunRows.Text(asOf)} has been done for {rows.Count} buckets only.");
    }

    /// <summary>The rows of all buckets, one at a time: they may be large.</summary>
    /// <exception cref="InvalidOperationException">A bucket has no row.</exception>
    public async IAsyncEnumerable<byte[]> EachAsync(DateOnly asOf, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var bucket = 0; bucket < Domain.Scoring.Buckets.Count; bucket++)
        {
            yield return await GetAsync(asOf, Key(prefix, (byte)bucket), cancel);
        }
    }

    public async Task ClearAsync(DateOnly asOf, CancellationToken cancel)
    {
        var keys = new List<TableKey>();
        await foreach (var row in tables.RowsAsync(new RowQuery(Partition(asOf)), cancel))
        {
            keys.Add(row.Key);
        }

        foreach (var part in keys.Chunk(TableLimits.BatchChanges))
        {
            await tables.CommitAsync(Partition(asOf), [.. part.Select(key => new Change.Delete { Key = key })], cancel);
        }
    }
}
