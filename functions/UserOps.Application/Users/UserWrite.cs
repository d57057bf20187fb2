using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Commits a profile without events, together with what it leaves to be done.</summary>
internal static class UserWrite
{
    /// <param name="profile">With the next revision.</param>
    /// <returns>False: somebody else wrote since it was read, and nothing was written.</returns>
    public static async Task<bool> CommitAsync(ITableStore tables, Profile profile, string etag, Outbox outbox, CancellationToken cancel)
    {
        List<Change> changes = [new Change.Replace(HolderRow.Write(profile), etag) { Key = UserRow.Profile }];
        if (!outbox.IsEmpty)
        {
            changes.Add(new Change.Insert(Documents.Write(outbox, UserJson.Compact.Outbox, version: 1)) { Key = UserRow.Outbox(profile.Rev) });
        }

        return await tables.CommitAsync(profile.Key, changes, cancel) is CommitResult.Committed;
    }
}
