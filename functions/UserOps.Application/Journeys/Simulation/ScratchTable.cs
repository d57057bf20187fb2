using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>A table in memory, for what is only tried out: all that the port promises but durability.</summary>
public sealed class ScratchTable : ITableStore
{
    private readonly Dictionary<TableKey, ScratchPartition> _partitions = [];
    private readonly Lock _lock = new();
    private long _etag;

    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_partitions.GetValueOrDefault(partition)?.Find(row) is { } found ? Copy(found) : null);
        }
    }

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, TableLimits.PageRows);
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(Query(query));
        }
    }

    public Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(changes);
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(Commit(partition, changes));
        }
    }

    /// <summary>Rows of all partitions whose key begins so, in no order of partitions.</summary>
    internal IReadOnlyList<Row> RowsBelow(string partitions)
    {
        lock (_lock)
        {
            return [.. _partitions.Where(one => one.Key.Value.StartsWith(partitions, StringComparison.Ordinal)).SelectMany(one => one.Value.Rows)];
        }
    }

    /// <summary>Forgets all rows. ETags go on, so that none comes again.</summary>
    internal void Clear()
    {
        lock (_lock)
        {
            _partitions.Clear();
        }
    }

    private RowPage Query(RowQuery query)
    {
        if (!_partitions.TryGetValue(query.Partition, out var partition))
        {
            return new([], null);
        }

        var start = partition.FirstFrom(query.From);
        var end = query.To is { } to ? partition.FirstFrom(to) : partition.Rows.Count;
        var pageEnd = Math.Max(start, Math.Min(end, start + query.PageSize));
        var rows = new Row[pageEnd - start];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Copy(partition.Rows[start + i]);
        }

        return new(rows, pageEnd < end ? partition.Rows[pageEnd].Key : default(TableKey?));
    }

    private CommitResult Commit(TableKey key, IReadOnlyList<Change> changes)
    {
        var partition = _partitions.GetValueOrDefault(key);
        for (var i = 0; i < changes.Count; i++)
        {
            if (!Holds(changes[i], partition?.Find(changes[i].Key)?.ETag))
            {
                return new CommitResult.Conflicted(i);
            }
        }

        partition ??= _partitions[key] = new();
        return new CommitResult.Committed([.. changes.Select(change => Apply(key, partition, change))]);
    }

    private static bool Holds(Change change, string? etag) => change switch
    {
        Change.Insert => etag is null,
        Change.Replace replace => etag is not null && etag == replace.ETag,
        Change.Delete delete => etag is not null && (delete.ETag is null || delete.ETag == etag),
        _ => true,
    };

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
            partition.Remove(change.Key);
            return null;
        }

        var etag = (++_etag).ToString(CultureInfo.InvariantCulture);
        partition.Set(Copy(new(key, change.Key, etag, properties)));
        return etag;
    }

    /// <summary>A store hands out no reference to what it holds.</summary>
    private static Row Copy(Row row)
    {
        var items = new Property[row.Properties.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var property = row.Properties.Items[i];
            items[i] = property.Value switch
            {
                byte[] bytes => property with { Value = bytes.AsSpan().ToArray() },
                DateTimeOffset instant when instant.Offset != TimeSpan.Zero => property with { Value = instant.ToUniversalTime() },
                _ => property,
            };
        }

        return row with { Properties = Properties.Owning(items) };
    }
}
