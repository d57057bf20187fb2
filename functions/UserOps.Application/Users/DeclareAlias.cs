using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// Makes two identifiers mean one person because somebody entitled to it said so: the one way in which two known users become one. Of two known users the one with
/// the lower key stays, so that two aliases the opposite way round cannot send each user into the other.
/// </summary>
public sealed class DeclareAlias(ITableStore store, FindUser find, UserKeys keys, MergeUsers merge)
{
    private const int MaxTries = 20;

    public async Task RunAsync(string userKey, Alias alias, Followups followups, CancellationToken cancel)
    {
        var partition = keys.Of(alias.Link.Identifier);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var user = await find.RunAsync(userKey, cancel);
            var other = await find.RunAsync(partition, cancel);

            // Begun by an earlier try, or by another worker: not done before their rows are over.
            await merge.ResumeAsync([.. user.Draining, .. other.Draining], followups, cancel);
            if (user.Holder is not Holder.Here { Profile: var mine } || other.Holder is Holder.Erased)
            {
                return;
            }

            if (user.Key == other.Key)
            {
                await ShortenAsync(partition, user.Key, cancel);
                return;
            }

            var done = other.Holder switch
            {
                Holder.Here { Profile: var theirs } when alias.Trusted => await TryMergeAsync(mine, theirs, alias, followups, cancel),
                Holder.Here => await WriteAsync(user, HolderRow.Write(Conflicting(mine, alias, other.Key)), cancel),
                _ when alias.Trusted => await WriteAsync(other, HolderRow.Write(new Holder.MovedTo(user.Key, alias.Link.Said, [], Draining: false)), cancel),
                _ => true,
            };
            if (done)
            {
                return;
            }
        }

        throw new TimeoutException($"An aliased user was written by others {MaxTries} times in a row.");
    }

    /// <returns>False: whether the two are one now shows when they are looked up again, since another worker may have sent the loser elsewhere first.</returns>
    private async Task<bool> TryMergeAsync(Profile mine, Profile theirs, Alias alias, Followups followups, CancellationToken cancel)
    {
        var (loser, winner) = (mine.IsKnown, theirs.IsKnown) switch
        {
            (true, false) => (theirs, mine),
            (false, true) => (mine, theirs),
            _ => string.CompareOrdinal(mine.Key, theirs.Key) < 0 ? (theirs, mine) : (mine, theirs),
        };
        await merge.RunAsync(loser.Key, winner.Key, alias.Link.Said, followups, cancel);
        return false;
    }

    /// <summary>Leads the identifier straight to its user, so that being merged again and again makes no chain. Somebody else's write is as good.</summary>
    private async Task ShortenAsync(string partition, string userKey, CancellationToken cancel)
    {
        if (partition != userKey
            && await store.GetAsync(partition, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.MovedTo { Draining: false } moved
            && moved.UserKey != userKey)
        {
            var change = new Change.Replace(HolderRow.Write(moved with { UserKey = userKey }), row.ETag) { Key = UserRow.Profile };
            await store.CommitAsync(partition, [change], cancel);
        }
    }

    private static Profile Conflicting(Profile mine, Alias alias, string otherKey) =>
        ProfileFold.WithConflict(mine, new(alias.Link.Identifier, otherKey, alias.Link.Said)) with { Rev = mine.Rev + 1 };

    private async Task<bool> WriteAsync(UserPartition at, Properties holder, CancellationToken cancel)
    {
        Change change = at.ETag is { } etag
            ? new Change.Replace(holder, etag) { Key = UserRow.Profile }
            : new Change.Insert(holder) { Key = UserRow.Profile };
        return await store.CommitAsync(at.Key, [change], cancel) is CommitResult.Committed;
    }
}
