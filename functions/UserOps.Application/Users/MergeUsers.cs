using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys;
using UserOps.Application.Orders;
using UserOps.Application.Scoring;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Events;

namespace UserOps.Application.Users;

/// <summary>
/// Carries one user over into another, with all history. First the loser's profile becomes a redirect under its ETag, which fences every writer; then its events
/// are applied to the winner through the ordinary path, and its rows deleted. Whoever meets a half-done merge can run it again.
/// </summary>
public sealed class MergeUsers(
    ITableStore store, FindUser find, ProjectFacts project, ProjectBought projectBought, CommitEvents commit, IndexOrder index, CarryProfile carryProfile, CarryRuns carryRuns,
    EnterJourneys enter, IRunDriver driver, TellPassages tell, TellReferral tellReferral, DueReviews due, TimeProvider clock)
{
    /// <summary>By then whoever finishes a merge has carried out what follows from it, or has died.</summary>
    private static readonly TimeSpan Net = TimeSpan.FromMinutes(1);

    public async Task RunAsync(string loserKey, string winnerKey, Stamp claim, Followups followups, CancellationToken cancel)
    {
        if (await FenceAsync(loserKey, winnerKey, claim, cancel) is { } moved)
        {
            await CompleteAsync(loserKey, moved, followups, cancel);
        }
    }

    /// <summary>Carries on merges that were begun; does nothing where they are done.</summary>
    public async Task ResumeAsync(IEnumerable<string> loserKeys, Followups followups, CancellationToken cancel)
    {
        foreach (var loserKey in loserKeys)
        {
            if (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row && HolderRow.Read(row) is Holder.MovedTo { Draining: true } moved)
            {
                await CompleteAsync(loserKey, moved, followups, cancel);
            }
        }
    }

    private async Task CompleteAsync(string loserKey, Holder.MovedTo moved, Followups followups, CancellationToken cancel)
    {
        var winnerKey = moved.UserKey;
        await CarryOverAsync(loserKey, winnerKey, followups, cancel);
        await MoveOrdersAsync(loserKey, winnerKey, followups, cancel);
        await carryRuns.RunAsync(loserKey, winnerKey, cancel);
        await CarryOutAsync(loserKey, winnerKey, cancel);
        foreach (var membership in moved.Segments ?? [])
        {
            await tell.RetireAsync(loserKey, membership, clock.GetUtcNow(), cancel);
        }

        await DeleteRestAsync(loserKey, cancel);
        await project.RetireAsync(loserKey, cancel);
        await projectBought.RetireAsync(loserKey, cancel);
        await store.CommitAsync(FactRow.PartitionOf(loserKey), [new Change.Delete { Key = ScoreRow.Key(loserKey) }], cancel);

        // Whoever carried over what this call found gone may have died since, and nobody comes back to a merge that is done: nor does a message that was about somebody else, should
        // this call die in between. The due index does.
        var winner = (await find.RunAsync(winnerKey, cancel)).Key;
        await due.SetAsync(winner, clock.GetUtcNow() + Net, cancel);
        followups.LookFor(winner);
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
                case Holder.Here { Profile: var loser } when (await find.RunAsync(winnerKey, cancel)).Key is var winner && winner != loserKey:
                    var redirect = new Holder.MovedTo(winner, claim, [], Draining: true, loser.Consents, loser.Audiences, loser.ReferredBy is { Told: true } told ? told : null);
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
        // First, since until both users' words are together one's grant may come without the other's refusal. A winner without a profile has one after the first chunk.
        var kept = await carryProfile.RunAsync(loserKey, cancel);
        var query = RowQuery.Prefix(loserKey, UserRow.EventPrefix, EventChunks.MaxEvents);
        while (await FirstRowsAsync(query, cancel) is { Count: > 0 } rows)
        {
            foreach (var chunk in EventChunks.Of(rows.Select(row => IncomingEvent.Read(Documents.ReadBytes(row)))))
            {
                followups.Add(await commit.RunAsync(winnerKey, chunk, cancel, news: false));
                kept = kept || await carryProfile.RunAsync(loserKey, cancel);
            }

            await DeleteAsync(loserKey, rows, cancel);
        }
    }

    // Before the merge is done, since from then on the loser's key may be led to somebody else.
    private async Task MoveOrdersAsync(string loserKey, string winnerKey, Followups followups, CancellationToken cancel)
    {
        var winner = (await find.RunAsync(winnerKey, cancel)).Key;
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(loserKey, UserRow.OrderPrefix), cancel))
        {
            await index.RunAsync(Documents.Read(row, UserJson.Compact.Order).Ref, winner, followups, cancel);
        }
    }

    /// <summary>
    /// What applying the events once more does not bring about again, since it has no effect on journeys: their author may have died before these began or were woken up.
    /// </summary>
    private async Task CarryOutAsync(string loserKey, string winnerKey, CancellationToken cancel)
    {
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(loserKey, UserRow.OutboxPrefix), cancel))
        {
            var outbox = Documents.Read(row, UserJson.Compact.Outbox);
            if ((outbox.Wakes, outbox.Entries, outbox.Passages, outbox.Referral) is (null, null, null, null) || (await find.RunAsync(winnerKey, cancel)).Holder is not Holder.Here { Profile: var winner })
            {
                continue;
            }

            foreach (var run in outbox.Wakes ?? [])
            {
                await driver.WakeAsync(winner.Key, run, cancel);
            }

            await enter.RunAsync(loserKey, outbox.Entries ?? [], cancel);
            await tell.CarryAsync(loserKey, winner.Key, outbox.Passages ?? [], clock.GetUtcNow(), cancel);
            if (outbox.Referral is { } referral)
            {
                await tellReferral.RunAsync(loserKey, referral, cancel);
            }
        }
    }

    private async Task DeleteRestAsync(string loserKey, CancellationToken cancel)
    {
        foreach (var prefix in (string[])[UserRow.MarkerPrefix, UserRow.OrderPrefix, UserRow.OutboxPrefix, .. CarryRuns.Copied])
        {
            var query = RowQuery.Prefix(loserKey, prefix, TableLimits.BatchChanges);
            while (await FirstRowsAsync(query, cancel) is { Count: > 0 } rows)
            {
                await DeleteAsync(loserKey, rows, cancel);
            }
        }
    }

    /// <returns>The first page that holds rows, since a store may send empty ones; empty when none does.</returns>
    private async Task<IReadOnlyList<Row>> FirstRowsAsync(RowQuery query, CancellationToken cancel)
    {
        var page = await store.QueryAsync(query, cancel);
        while (page is { Rows.Count: 0, Next: { } next })
        {
            page = await store.QueryAsync(query with { From = next }, cancel);
        }

        return page.Rows;
    }

    // A conflict means that another worker carries the same merge on and was faster; the next page shows what is left.
    private async Task DeleteAsync(string key, IReadOnlyList<Row> rows, CancellationToken cancel) =>
        await store.CommitAsync(key, [.. rows.Select(row => new Change.Delete { Key = row.Key })], cancel);

    private async Task FinishAsync(string loserKey, CancellationToken cancel)
    {
        while (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.MovedTo { Draining: true } moved)
        {
            var done = new Change.Replace(HolderRow.Write(moved with { Draining = false, Consents = null, Segments = null, ReferredBy = null }), row.ETag) { Key = UserRow.Profile };
            if (await store.CommitAsync(loserKey, [done], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }
}
