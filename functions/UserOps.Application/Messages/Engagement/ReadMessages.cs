using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>A person's messages, the newest first, a page at a time.</summary>
public sealed class ReadMessages(NamedUser named, MessageRows rows)
{
    public const int Most = 200;

    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <param name="after">The <see cref="MessagePage.Next"/> of the page before; one that names no message begins anew.</param>
    /// <returns>Null when nobody is known by the id.</returns>
    public async Task<MessagePage?> RunAsync(string id, string? after, int limit, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var last = after is null ? null : await rows.FindAsync(profile.Key, after, cancel);
        var found = await rows.NewestAsync(profile.Key, last, limit + 1, cancel);
        return new([.. found.Take(limit).Select(MessageView.Of)], found.Count > limit ? found[limit - 1].Row : null);
    }
}
