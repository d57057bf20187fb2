using System.Collections.Concurrent;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>
/// What a simulation reads of the real store besides events: templates, scores and suppressed addresses, all as they are today. It can only read. What is the same for
/// everybody is read once, so that all people see the same.
/// </summary>
internal sealed class BorrowedRows(ITableStore real)
{
    private readonly ConcurrentDictionary<(TableKey, TableKey), Row?> _shared = [];

    public static bool Lends(TableKey partition) => IsShared(partition)
        || partition.Value.StartsWith(Suppressions.PartitionPrefix, StringComparison.Ordinal)
        || partition.Value.StartsWith(WorkRows.PartitionPrefix, StringComparison.Ordinal);

    /// <summary>A bucket's scores are the real ones; the facts beside them are those of the simulation.</summary>
    public static bool Lends(TableKey partition, TableKey row) => Lends(partition)
        || (partition.Value.StartsWith("b~", StringComparison.Ordinal) && row.Value.StartsWith(ScoreRow.Prefix, StringComparison.Ordinal));

    public async Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        if (!IsShared(partition))
        {
            return await real.GetAsync(partition, row, cancel);
        }

        return _shared.TryGetValue((partition, row), out var known) ? known : _shared.GetOrAdd((partition, row), await real.GetAsync(partition, row, cancel));
    }

    private static bool IsShared(TableKey partition) => partition == TemplateRows.Partition || partition == RunRows.Partition;
}
