namespace UserOps.Application.Storage;

/// <summary>
/// The semantics of Azure Table Storage and no more: rows in partitions, atomic batches within one partition, ETags. Adapters refuse alike what
/// <see cref="TableLimits"/> refuses. Passing faults of the store (throttling, time-outs) are retried within and thrown when they last.
/// </summary>
public interface ITableStore
{
    Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel);

    /// <summary>One page of a partition, ascending by row key. A page may hold fewer rows than asked for and still name a next one.</summary>
    Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel);

    /// <summary>All changes of one partition or none.</summary>
    /// <exception cref="TableLimitException">The batch, a row or a property is too large, or two changes name the same row.</exception>
    Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel);
}
