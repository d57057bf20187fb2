using UserOps.Application.Journeys;
using UserOps.Application.Orders;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// Carries out what commits left to do and then deletes the note of it. Each part may be done twice, so a crash anywhere in between costs only repetition.
/// </summary>
public sealed class DrainOutbox(
    ITableStore store, FindUser find, ProjectFacts project, ProjectBought projectBought, IndexOrder index, LinkIdentifier link, DeclareAlias alias, MergeUsers merge,
    EnterJourneys enter, IRunDriver driver, PublishedSegments segments, ReviewUser review, TellPassages tell, TellReferral tellReferral, TimeProvider clock)
{
    public async Task RunAsync(Followups followups, CancellationToken cancel)
    {
        while (followups.TryNext(out var item))
        {
            switch (item)
            {
                case Followups.Item.Carry carry:
                    await CarryOutAsync(carry.Profile.Key, carry.Profile, carry.Outbox, carry.Outbox.Review, followups, cancel);
                    await DeleteAsync(carry.Profile.Key, UserRow.Outbox(carry.Profile.Rev), cancel);
                    break;
                case Followups.Item.LookForLeftovers leftovers:
                    await LeftoversAsync(leftovers.UserKey, followups, cancel);
                    break;
                case Followups.Item.Delete(var partition, var row):
                    await DeleteAsync(partition, row, cancel);
                    break;
                case Followups.Item.Review(var userKey):
                    await review.RunAsync(userKey, followups, cancel);
                    break;
                case Followups.Item.ResumeMerge resume:
                    await merge.ResumeAsync([resume.LoserKey], followups, cancel);
                    break;
            }
        }
    }

    private async Task LeftoversAsync(string userKey, Followups followups, CancellationToken cancel)
    {
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(userKey, UserRow.OutboxPrefix), cancel))
        {
            if (followups.Take(userKey, row.Key))
            {
                if ((await find.RunAsync(userKey, cancel)).Holder is Holder.Here { Profile: var profile })
                {
                    var outbox = Documents.Read(row, UserJson.Compact.Outbox);

                    // Somebody who becomes visible to a sweep only now may have been passed over by one.
                    var asked = outbox.Review || (outbox.Project && (await segments.RunAsync(cancel)).Asked is not null);
                    await CarryOutAsync(userKey, profile, outbox, asked, followups, cancel);
                }

                await DeleteAsync(userKey, row.Key, cancel);
            }
        }
    }

    /// <param name="userKey">Whose outbox it stood in.</param>
    /// <param name="profile">Of whoever that is by now.</param>
    /// <param name="reviewed">Whether to look at the person's segments.</param>
    private async Task CarryOutAsync(string userKey, Profile profile, Outbox outbox, bool reviewed, Followups followups, CancellationToken cancel)
    {
        if (outbox.Project)
        {
            await project.RunAsync(profile, cancel);
        }

        if (outbox.ProjectBought)
        {
            await projectBought.RunAsync(profile, cancel);
        }

        foreach (var order in outbox.NewOrders)
        {
            await index.RunAsync(order, profile.Key, followups, cancel);
        }

        foreach (var claimed in outbox.Links)
        {
            await link.RunAsync(profile.Key, claimed, followups, cancel);
        }

        foreach (var declared in outbox.Aliases)
        {
            await alias.RunAsync(profile.Key, declared, followups, cancel);
        }

        if (outbox.Passages is { } passages)
        {
            await (userKey == profile.Key ? tell.RunAsync(userKey, passages, cancel) : tell.CarryAsync(userKey, profile.Key, passages, clock.GetUtcNow(), cancel));
        }

        if (outbox.Referral is { } referral)
        {
            await tellReferral.RunAsync(userKey, referral, cancel);
        }

        if (reviewed)
        {
            // Before anybody is let in anywhere, so that who may come in is judged by the segments of now.
            await review.RunAsync(profile.Key, followups, cancel);
        }

        foreach (var run in outbox.Wakes ?? [])
        {
            await driver.WakeAsync(profile.Key, run, cancel);
        }

        if (outbox.Entries is { } entries)
        {
            await enter.RunAsync(userKey, entries, cancel);
        }
    }

    // Missing is fine: a merge, or another worker with the same message, was faster.
    private async Task DeleteAsync(TableKey partition, TableKey key, CancellationToken cancel) =>
        await store.CommitAsync(partition, [new Change.Delete { Key = key }], cancel);
}
