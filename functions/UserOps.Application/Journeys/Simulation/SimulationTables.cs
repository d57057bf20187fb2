using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>
/// What the use cases of a simulation take for the store: the person's own rows in a scratch table, the journeys that are tried on a shelf, and little else borrowed from the
/// real store. Nothing gets through to the real store but point reads.
/// </summary>
internal sealed class SimulationTables(ScratchTable own, ITableStore shelf, BorrowedRows borrowed) : ITableStore
{
    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel) =>
        partition == JourneyRows.Partition ? shelf.GetAsync(partition, row, cancel)
        : BorrowedRows.Lends(partition, row) ? borrowed.GetAsync(partition, row, cancel)
        : own.GetAsync(partition, row, cancel);

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel) =>
        query.Partition == JourneyRows.Partition ? shelf.QueryAsync(query, cancel)
        : BorrowedRows.Lends(query.Partition) ? throw Refused(query.Partition)
        : own.QueryAsync(query, cancel);

    public Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel) =>
        partition == JourneyRows.Partition || BorrowedRows.Lends(partition) ? throw Refused(partition) : own.CommitAsync(partition, changes, cancel);

    private static InvalidOperationException Refused(TableKey partition) => new($"A simulation neither writes nor lists partition '{partition}'.");
}
