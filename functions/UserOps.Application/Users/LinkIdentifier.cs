using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// Makes an identifier lead to the user who claims it. Unclaimed: it does from now on. Another browser-only or e-mail-only user's: that user is merged, since nobody
/// else can be meant. Another known user's: the better claim holds and the other user lets go, so that every order of claims ends alike.
/// </summary>
public sealed class LinkIdentifier(ITableStore store, FindUser find, UserKeys keys, EmailHashes emails, MergeUsers merge)
{
    private const int MaxTries = 20;

    public async Task RunAsync(string userKey, Link claim, Followups followups, CancellationToken cancel)
    {
        await emails.NoteAsync(claim.Identifier, cancel);
        var partition = keys.Of(claim.Identifier);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var user = await find.RunAsync(userKey, cancel);
            if (user.Holder is not Holder.Here || user.Key == partition)
            {
                return;
            }

            if (await TryAsync(user.Key, partition, claim, followups, cancel))
            {
                return;
            }
        }

        throw new TimeoutException($"An identifier was claimed by others {MaxTries} times in a row.");
    }

    /// <returns>False: look again, since somebody else wrote first or may have.</returns>
    private async Task<bool> TryAsync(string userKey, string partition, Link claim, Followups followups, CancellationToken cancel)
    {
        var row = await store.GetAsync(partition, UserRow.Profile, cancel);
        switch (row is null ? null : HolderRow.Read(row))
        {
            case null:
                var first = new Holder.MovedTo(userKey, claim.Said, [], Draining: false);
                return await WriteAsync(partition, new Change.Insert(HolderRow.Write(first)) { Key = UserRow.Profile }, cancel);
            case Holder.Here { Profile.IsKnown: false }:
                // Another worker may have sent it elsewhere first, so look again.
                await merge.RunAsync(partition, userKey, claim.Said, followups, cancel);
                return false;
            case Holder.Here { Profile: var known }:
                // A known user keeps the partition it lives in, whatever is claimed.
                await LetGoAsync(userKey, known.Key, claim.Identifier, held: null, followups, cancel);
                return true;
            case Holder.MovedTo moved:
                return await ContestAsync(userKey, partition, claim, row!, moved, followups, cancel);
            default:
                return true;
        }
    }

    private async Task<bool> ContestAsync(
        string userKey, string partition, Link claim, Row row, Holder.MovedTo moved, Followups followups, CancellationToken cancel)
    {
        var holder = await find.RunAsync(partition, cancel);
        if (holder.Draining.Count > 0)
        {
            // Rows are on their way to the present holder; until they are there, nothing is decided, and no redirect may be led past them.
            await merge.ResumeAsync(holder.Draining, followups, cancel);
            return false;
        }

        var held = new Link(claim.Identifier, moved.Claim);
        if (holder.Key == userKey)
        {
            var shortened = moved with { UserKey = userKey };
            return (moved.UserKey == userKey || await WriteAsync(partition, Replace(row, shortened), cancel))
                && await ReleaseAsync(moved.Former, userKey, held, followups, cancel);
        }

        if (!ProfileFold.Outranks(claim, held))
        {
            await LetGoAsync(userKey, holder.Key, held.Identifier, held, followups, cancel);
            return true;
        }

        string[] former = [.. moved.Former.Where(key => key != holder.Key && key != userKey), holder.Key];
        var taken = new Holder.MovedTo(userKey, claim.Said, [.. former.TakeLast(Holder.MovedTo.MaxFormer)], Draining: false);

        // All of them: whoever took it from one of them may have died before that one let go.
        return await WriteAsync(partition, Replace(row, taken), cancel)
            && await ReleaseAsync(taken.Former, userKey, claim, followups, cancel);
    }

    /// <returns>True, so that it can end a chain of steps each of which may have been overtaken.</returns>
    private async Task<bool> ReleaseAsync(
        IReadOnlyList<string> former, string holderKey, Link held, Followups followups, CancellationToken cancel)
    {
        foreach (var key in former)
        {
            await LetGoAsync(key, holderKey, held.Identifier, held, followups, cancel);
        }

        return true;
    }

    /// <summary>Takes from a user an identifier that another holds by a better claim; a still better one of the user's own is put forward instead.</summary>
    /// <param name="held">Null when no claim can be better.</param>
    private async Task LetGoAsync(
        string userKey, string holderKey, Identifier identifier, Link? held, Followups followups, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var user = await find.RunAsync(userKey, cancel);
            if (user is not { Holder: Holder.Here { Profile: var profile }, ETag: { } etag }
                || user.Key == (await find.RunAsync(holderKey, cancel)).Key
                || profile.Links.FirstOrDefault(l => l.Identifier == identifier) is not { } own)
            {
                return;
            }

            if (held is not null && ProfileFold.Outranks(own, held))
            {
                await RunAsync(user.Key, own, followups, cancel);
                return;
            }

            var without = ProfileFold.WithoutLink(profile, own, holderKey);
            var change = new Change.Replace(HolderRow.Write(without), etag) { Key = UserRow.Profile };
            if (await WriteAsync(user.Key, change, cancel))
            {
                return;
            }
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }

    private static Change.Replace Replace(Row row, Holder.MovedTo moved) => new(HolderRow.Write(moved), row.ETag) { Key = UserRow.Profile };

    private async Task<bool> WriteAsync(string partition, Change change, CancellationToken cancel) =>
        await store.CommitAsync(partition, [change], cancel) is CommitResult.Committed;
}
