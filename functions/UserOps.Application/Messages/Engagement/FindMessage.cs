using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Finds a message by what links and reports know of it.</summary>
public sealed class FindMessage(FindUser find, MessageRows rows)
{
    /// <param name="userKey">The user's when it was sent; a user who was merged since is followed.</param>
    /// <returns>Null when there is no such message, or its person was forgotten.</returns>
    public async Task<FoundMessage?> RunAsync(string userKey, string row, CancellationToken cancel)
    {
        var user = await find.RunAsync(userKey, cancel);
        if (user.Holder is not Holder.Here)
        {
            return null;
        }

        foreach (var partition in new[] { user.Key, userKey }.Distinct())
        {
            if (await rows.FindAsync(partition, row, cancel) is { } message)
            {
                return new(user.Key, partition, message);
            }
        }

        return null;
    }
}
