using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

/// <summary>Puts somebody on the list of a static segment, or takes them off it. Twice changes nothing.</summary>
public sealed class PutOnList(ITableStore tables, FindUser find, DrainOutbox drain, TimeProvider clock)
{
    private const int MaxTries = 20;

    /// <returns>False: it was so before, or there is no such user.</returns>
    public async Task<bool> RunAsync(string userKey, PublishedSegment list, bool on, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var user = await find.RunAsync(userKey, cancel);
            if (user is not { Holder: Holder.Here { Profile: var profile }, ETag: { } etag })
            {
                return false;
            }

            // Whoever did it before may have died before the audience was told.
            var followups = new Followups();
            followups.LookFor(user.Key);
            var (segments, passage) = Memberships.Put(profile.Segments, list.Key, list.Version, on, clock.GetUtcNow(), profile.Rev + 1);
            if (passage is null)
            {
                await drain.RunAsync(followups, cancel);
                return false;
            }

            // Other segments may be built from the list.
            var (after, outbox) = (profile with { Rev = profile.Rev + 1, Segments = segments }, new Domain.Users.Outbox { Passages = [passage], Review = true });
            if (await UserWrite.CommitAsync(tables, after, etag, outbox, cancel))
            {
                await drain.RunAsync(followups, cancel);
                return true;
            }
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }
}
