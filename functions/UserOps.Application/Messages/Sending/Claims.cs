using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Writes what may be sent now, or takes it back. The claim and the count under the caps are one batch under the profile's ETag: that commit is the moment of sending, and what
/// the gate was told holds at it.
/// </summary>
public sealed class Claims(ITableStore store)
{
    private const int MaxTries = 20;

    /// <returns>Null: the person or the ledger was written by somebody else; look again.</returns>
    public async Task<StoredMessage?> MakeAsync(Recipient person, MessageEntry entry, bool counts, CancellationToken cancel)
    {
        var day = Days.Of(entry.ClaimedAt!.Value, person.Facts.Zone);
        var claimed = counts ? entry with { CountedOn = day } : entry;
        var profile = person.Profile with { Rev = person.Profile.Rev + 1, Sent = counts ? person.Facts.Sent.With(entry.Channel!, day) : person.Profile.Sent };
        var key = MessageRow.Key(entry);
        Change[] changes =
        [
            new Change.Replace(HolderRow.Write(profile), person.ETag) { Key = UserRow.Profile },
            new Change.Insert(MessageRow.Write(claimed)) { Key = key },
        ];
        return await store.CommitAsync(profile.Key, changes, cancel) is CommitResult.Committed { ETags: var etags } ? new(key.Value, claimed, etags[1]!) : null;
    }

    /// <summary>It was not sent, so it counts for no cap.</summary>
    /// <param name="into">What stands in the ledger instead; null: nothing, so that it can be claimed again.</param>
    /// <returns>False: the ledger was written by somebody else; look again.</returns>
    public async Task<bool> TakeBackAsync(string userKey, StoredMessage known, MessageEntry? into, CancellationToken cancel)
    {
        Change ledger = into is null
            ? new Change.Delete(known.ETag) { Key = known.Row }
            : new Change.Replace(MessageRow.Write(into with { CountedOn = null }), known.ETag) { Key = known.Row };
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var changes = await UncountedAsync(userKey, known.Entry, cancel) is { } profile ? [ledger, profile] : new[] { ledger };
            switch (await store.CommitAsync(userKey, changes, cancel))
            {
                case CommitResult.Committed:
                    return true;
                case CommitResult.Conflicted { Index: 0 }:
                    return false;
            }
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }

    /// <returns>Null: it was not counted, or the person is gone.</returns>
    private async Task<Change?> UncountedAsync(string userKey, MessageEntry entry, CancellationToken cancel) =>
        entry is { CountedOn: { } day, Channel: { } channel }
        && await store.GetAsync(userKey, UserRow.Profile, cancel) is { } row
        && HolderRow.Read(row) is Holder.Here { Profile: { Sent: { } sent } profile }
            ? new Change.Replace(HolderRow.Write(profile with { Rev = profile.Rev + 1, Sent = sent.Without(channel, day) }), row.ETag) { Key = UserRow.Profile }
            : null;
}
