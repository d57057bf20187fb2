using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Users;

/// <summary>
/// Writes to the user that stays, before the other's events come, what each of the two refused when they became one. The redirect keeps the other's part until the merge
/// is done, so whoever carries a merge on can do this again.
/// </summary>
public sealed class KeepRefusals(ITableStore store, FindUser find)
{
    /// <returns>False while the user that stays has no profile.</returns>
    public async Task<bool> RunAsync(string loserKey, CancellationToken cancel)
    {
        while (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.MovedTo { Draining: true, Consents: { } consents } moved)
        {
            var winner = await find.RunAsync(moved.UserKey, cancel);
            if (winner is not { Holder: Holder.Here { Profile: var profile }, ETag: { } etag })
            {
                return winner.Holder is not null;
            }

            var (known, merged) = (profile.Consents ?? Consents.None, Consents.Merge(profile.Consents ?? Consents.None, consents, loserKey, moved.Claim));
            if (ReferenceEquals(merged, known))
            {
                return true;
            }

            var change = new Change.Replace(HolderRow.Write(profile with { Consents = merged, Rev = profile.Rev + 1 }), etag) { Key = UserRow.Profile };
            if (await store.CommitAsync(winner.Key, [change], cancel) is CommitResult.Committed)
            {
                return true;
            }
        }

        return true;
    }
}
