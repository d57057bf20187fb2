using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>A person's inbox, the newest first, a page at a time.</summary>
public sealed class ReadInbox(NamedUser named, InboxRows rows)
{
    public const int Most = 100;
    private const int Counted = 500;

    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <param name="after">The <see cref="InboxPage.Next"/> of the page before.</param>
    /// <returns>Null when nobody is known by the id.</returns>
    public async Task<InboxPage?> RunAsync(string id, string? after, int limit, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var (entries, next) = await FullAsync(profile.Key, after, limit, cancel);
        var (newest, _) = await FullAsync(profile.Key, null, Counted, cancel);
        return new([.. entries.Select(stored => InboxItem.Of(stored.Entry))], newest.Count(stored => stored.Entry.ReadAt is null), next);
    }

    /// <summary>A store may send pages that are not full and still name a next one.</summary>
    private async Task<(IReadOnlyList<StoredInboxEntry> Entries, string? Next)> FullAsync(string userKey, string? from, int limit, CancellationToken cancel)
    {
        var all = new List<StoredInboxEntry>();
        do
        {
            (var some, from) = await rows.ListAsync(userKey, from, limit - all.Count, cancel);
            all.AddRange(some);
        }
        while (from is not null && all.Count < limit);
        return (all, from);
    }
}
