using UserOps.Application.Events;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain.Events;

namespace UserOps.Application.Users;

/// <summary>
/// Carries one user over into another, with all history. First the loser's profile becomes a redirect under its ETag, which fences every writer; then its events
/// are applied to the winner through the ordinary path, and its rows deleted. Whoever meets a half-done merge can run it again.
/// </summary>
public sealed class MergeUsers(ITableStore store, FindUser find, ProjectFacts project, CommitEvents commit)
{
    public async Task RunAsync(string loserKey, string winnerKey, Stamp claim, Followups followups, CancellationToken cancel)
    {
        if (await FenceAsync(loserKey, winnerKey, claim, cancel) is { } moved)
        {
            await CompleteAsync(loserKey, moved.UserKey, followups, cancel);
        }
    }

    /// <summary>Carries on a merge that was begun; does nothing when it is done.</summary>
    public async Task ResumeAsync(string loserKey, Followups followups, CancellationToken cancel)
    {
        if (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row && HolderRow.Read(row) is Holder.MovedTo { Draining: true } moved)
        {
            await CompleteAsync(loserKey, moved.UserKey, followups, cancel);
        }
    }

    private async Task CompleteAsync(string loserKey, string winnerKey, Followups followups, CancellationToken cancel)
    {
        await CarryOverAsync(loserKey, winnerKey, followups, cancel);
        await DeleteRestAsync(loserKey, cancel);
        await project.RetireAsync(loserKey, cancel);
        await store.CommitAsync(FactRow.PartitionOf(loserKey), [new Change.Delete { Key = ScoreRow.Key(loserKey) }], cancel);
        await FinishAsync(loserKey, cancel);
    }

    /// <returns>The redirect whose rows are still to be carried over; null when there is nothing left to do.</returns>
    private async Task<Holder.MovedTo?> FenceAsync(string loserKey, string winnerKey, Stamp claim, CancellationToken cancel)
    {
        while (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row)
        {
            switch (HolderRow.Read(row))
            {
                case Holder.MovedTo { Draining: true } moved:
                    return moved;
                case Holder.Here when (await find.RunAsync(winnerKey, cancel)).Key is var winner && winner != loserKey:
                    var redirect = new Holder.MovedTo(winner, claim, [], Draining: true);
                    var change = new Change.Replace(HolderRow.Write(redirect), row.ETag) { Key = UserRow.Profile };
                    if (await store.CommitAsync(loserKey, [change], cancel) is CommitResult.Committed)
                    {
                        return redirect;
                    }

                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private async Task CarryOverAsync(string loserKey, string winnerKey, Followups followups, CancellationToken cancel)
    {
        var query = RowQuery.Prefix(loserKey, UserRow.EventPrefix, EventChunks.MaxEvents);
        while (true)
        {
            var page = await store.QueryAsync(query, cancel);
            if (page.Rows.Count == 0 && page.Next is null)
            {
                return;
            }

            foreach (var chunk in EventChunks.Of(page.Rows.Select(row => IncomingEvent.Read(Documents.ReadBytes(row)))))
            {
                followups.Add(await commit.RunAsync(winnerKey, chunk, cancel));
            }

            await DeleteAsync(loserKey, page.Rows, cancel);
        }
    }

    private async Task DeleteRestAsync(string loserKey, CancellationToken cancel)
    {
        foreach (var prefix in (string[])[UserRow.MarkerPrefix, UserRow.OrderPrefix, UserRow.OutboxPrefix])
        {
            var query = RowQuery.Prefix(loserKey, prefix, TableLimits.BatchChanges);
            while (await store.QueryAsync(query, cancel) is { Rows.Count: > 0 } page)
            {
                await DeleteAsync(loserKey, page.Rows, cancel);
            }
        }
    }

    // A conflict means that another worker carries the same merge on and was faster; the next page shows what is left.
    private async Task DeleteAsync(string key, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        if (rows.Count > 0)
        {
            await store.CommitAsync(key, [.. rows.Select(row => new Change.Delete { Key = row.Key })], cancel);
        }
    }

    private async Task FinishAsync(string loserKey, CancellationToken cancel)
    {
        while (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.MovedTo { Draining: true } moved)
        {
            var done = new Change.Replace(HolderRow.Write(moved with { Draining = false }), row.ETag) { Key = UserRow.Profile };
            if (await store.CommitAsync(loserKey, [done], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }
}
