using UserOps.Application.Events;
using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>Empties outbox rows of a bucket: the events are queued first and the rows go after, so that a crash between tells them twice and loses none.</summary>
public sealed class TellTransitions(ITableStore tables, IAcceptEvents accept)
{
    public async Task RunAsync(byte bucket, IReadOnlyCollection<TransitionBatch> batches, CancellationToken cancel)
    {
        foreach (var batch in batches)
        {
            await accept.ToUsersAsync(TransitionEvents.Of(batch), cancel);
        }

        foreach (var told in batches.Select(TransitionRow.Key).Chunk(TableLimits.BatchChanges))
        {
            await DeleteAsync(FactRow.Partition(bucket), [.. told], cancel);
        }
    }

    private async Task DeleteAsync(TableKey partition, List<TableKey> rows, CancellationToken cancel)
    {
        // A conflict means that somebody else has told and deleted that one.
        while (rows.Count > 0
            && await tables.CommitAsync(partition, [.. rows.Select(row => new Change.Delete { Key = row })], cancel) is CommitResult.Conflicted { Index: var gone })
        {
            rows.RemoveAt(gone);
        }
    }
}
