using System.Globalization;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

/// <summary>
/// The port's semantics in memory, with hooks around every operation. A hook that throws before a commit is a crash before the write, one that throws after it
/// a crash (or a lost answer) after the write; a hook that waits lets a test choose the interleaving.
/// </summary>
public sealed class MemoryTableStore : ITableStore
{
    private readonly Dictionary<TableKey, ScratchPartition> _partitions = [];
    private readonly Lock _lock = new();
    private long _etag;

    public Func<StoreOperation, Task>? Before { get; set; }

    public Func<StoreOperation, Task>? After { get; set; }

    /// <summary>Pages may always be shorter than asked for; set low, every one is.</summary>
    public int LongestPage { get; set; } = TableLimits.PageRows;

    public StoreCounts Counts { get; private set; } = new();

    /// <summary>Every partition that has a row, in key order.</summary>
    public IReadOnlyList<TableKey> Partitions
    {
        get
        {
            lock (_lock)
            {
                return [.. _partitions.Where(p => p.Value.Rows.Count > 0).Select(p => p.Key).Order()];
            }
        }
    }

    /// <summary>All rows, by partition and key: what a test compares or searches.</summary>
    public IReadOnlyList<Row> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _partitions.OrderBy(p => p.Key).SelectMany(p => p.Value.Rows).Select(Copy)];
            }
        }
    }

    /// <summary>The first key at or after <paramref name="from"/>, without an operation; null: there is none.</summary>
    public TableKey? FirstKey(TableKey partition, TableKey? from = null)
    {
        lock (_lock)
        {
            return _partitions.TryGetValue(partition, out var rows) && rows.FirstFrom(from) is var index && index < rows.Rows.Count ? rows.Rows[index].Key : default(TableKey?);
        }
    }

    /// <summary>The rows of one partition, without an operation; not to be changed.</summary>
    public IReadOnlyList<Row> RowsOf(TableKey partition)
    {
        lock (_lock)
        {
            return _partitions.TryGetValue(partition, out var rows) ? [.. rows.Rows] : [];
        }
    }

    /// <summary>The rows of one key in all partitions, without an operation; not to be changed.</summary>
    public IReadOnlyList<Row> RowsAt(TableKey key)
    {
        lock (_lock)
        {
            return [.. _partitions.OrderBy(p => p.Key).Select(p => p.Value.Find(key)).OfType<Row>()];
        }
    }

    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel) =>
        HookedAsync(new(StoreOperationKind.Get, partition, row, []), () => Get(partition, row), cancel);

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, TableLimits.PageRows);
        return HookedAsync(new(StoreOperationKind.Query, query.Partition, null, []), () => Query(query), cancel);
    }

    public Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(changes);
        return HookedAsync(new(StoreOperationKind.Commit, partition, null, changes), () => Commit(partition, changes), cancel);
    }

    private async Task<T> HookedAsync<T>(StoreOperation operation, Func<T> run, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await (Before?.Invoke(operation) ?? Task.CompletedTask);
        T result;
        lock (_lock)
        {
            result = run();
        }

        await (After?.Invoke(operation) ?? Task.CompletedTask);
        return result;
    }

    private Row? Get(TableKey partition, TableKey row)
    {
        Counts = Counts with { Gets = Counts.Gets + 1 };
        return _partitions.GetValueOrDefault(partition)?.Find(row) is { } found ? Copy(found) : null;
    }

    private RowPage Query(RowQuery query)
    {
        Counts = Counts with { Queries = Counts.Queries + 1 };
        if (!_partitions.TryGetValue(query.Partition, out var partition))
        {
            return new([], null);
        }

        var start = partition.FirstFrom(query.From);
        var end = query.To is { } to ? partition.FirstFrom(to) : partition.Rows.Count;
        var pageEnd = Math.Min(end, start + Math.Min(query.PageSize, LongestPage));
        return new(
            [.. partition.Rows.Take(start..Math.Max(start, pageEnd)).Select(Copy)],
            pageEnd < end ? partition.Rows[pageEnd].Key : default(TableKey?));
    }

    private CommitResult Commit(TableKey key, IReadOnlyList<Change> changes)
    {
        if (!_partitions.TryGetValue(key, out var partition))
        {
            _partitions[key] = partition = new();
        }

        for (var i = 0; i < changes.Count; i++)
        {
            var etag = partition.Find(changes[i].Key)?.ETag;
            var holds = changes[i] switch
            {
                Change.Insert => etag is null,
                Change.Replace replace => etag is not null && etag == replace.ETag,
                Change.Delete delete => etag is not null && (delete.ETag is null || delete.ETag == etag),
                _ => true,
            };
            if (!holds)
            {
                Counts = Counts with { Conflicts = Counts.Conflicts + 1 };
                return new CommitResult.Conflicted(i);
            }
        }

        Counts = Counts with { Commits = Counts.Commits + 1 };
        return new CommitResult.Committed([.. changes.Select(change => Apply(key, partition, change))]);
    }

    private string? Apply(TableKey key, ScratchPartition partition, Change change)
    {
        var properties = change switch
        {
            Change.Insert insert => insert.Properties,
            Change.Replace replace => replace.Properties,
            Change.Upsert upsert => upsert.Properties,
            _ => null,
        };
        if (properties is null)
        {
            Counts = Counts with { Deleted = Counts.Deleted + 1 };
            partition.Remove(change.Key);
            return null;
        }

        Counts = Counts with { Written = Counts.Written + 1 };
        var etag = (++_etag).ToString(CultureInfo.InvariantCulture);
        partition.Set(Copy(new(key, change.Key, etag, properties)));
        return etag;
    }

    /// <summary>A store hands out no reference to what it holds.</summary>
    private static Row Copy(Row row) => row with
    {
        Properties = Properties.Of([.. row.Properties.Select(p => p with
        {
            Value = p.Value switch
            {
                byte[] bytes => bytes.ToArray(),
                DateTimeOffset instant => instant.ToUniversalTime(),
                var value => value,
            },
        })]),
    };
}
