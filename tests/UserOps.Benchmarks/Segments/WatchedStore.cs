using UserOps.Application.Storage;
using UserOps.Application.Users;

namespace UserOps.Benchmarks.Segments;

/// <summary>Counts whose events were read and which rows were written.</summary>
internal sealed class WatchedStore(ITableStore inner) : ITableStore
{
    private long _looks;
    private long _written;

    /// <summary>Ranges of events of one person that were read: one a review, where a condition asks about events.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    public long Written => Interlocked.Read(ref _written);

    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel) => inner.GetAsync(partition, row, cancel);

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        if (query.From?.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal) == true)
        {
            Interlocked.Increment(ref _looks);
        }

        return inner.QueryAsync(query, cancel);
    }

    public Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Interlocked.Add(ref _written, changes.Count);
        return inner.CommitAsync(partition, changes, cancel);
    }
}
