using UserOps.Application.Storage;

namespace UserOps.LocalHost.Storage;

/// <summary>Tables in the local database. Reads are served on the caller's thread: SQLite has no other way, and they take microseconds.</summary>
public sealed class SqliteTableStore(LocalDatabase database) : ITableStore
{
    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(database.Readers.Read((partition, row), static (reader, key) => reader.Get(key.partition, key.row)));
    }

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, TableLimits.PageRows);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(database.Readers.Read(query, static (reader, query) => reader.Query(query)));
    }

    /// <summary>Once handed to the writer a batch can no longer be called off: its caller would not know how it ended.</summary>
    public async Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(changes);
        cancel.ThrowIfCancellationRequested();
        using var commit = new TableCommit(database.TableWrites, partition, changes);
        return commit.Result(await database.Writer.RunAsync(commit));
    }
}
