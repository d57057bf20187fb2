using UserOps.Application.Events;
using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>Empties outbox rows of a bucket: the events are queued first and the row goes after, so that a crash between tells them twice and loses none.</summary>
public sealed class TellTransitions(ITableStore tables, IAcceptEvents accept)
{
    public async Task RunAsync(byte bucket, TransitionBatch batch, CancellationToken cancel)
    {
        await accept.ToUsersAsync(TransitionEvents.Of(batch), cancel);

        // A conflict means that somebody else has told and deleted it.
        await tables.CommitAsync(FactRow.Partition(bucket), [new Change.Delete { Key = TransitionRow.Key(batch) }], cancel);
    }
}
