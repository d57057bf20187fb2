using UserOps.Application.Users;

namespace UserOps.Application.Segments.Reviews;

/// <summary>
/// A review that no event asked for, with all that follows from it. First comes what an earlier one may have left, since who did it may have died: with whoever the user is by now,
/// because that is where it left it.
/// </summary>
public sealed class ReviewAlone(FindUser find, DrainOutbox drain)
{
    /// <param name="userKey">May be of somebody who has become somebody else.</param>
    public async Task RunAsync(string userKey, CancellationToken cancel)
    {
        var followups = new Followups();
        var current = (await find.RunAsync(userKey, cancel)).Key;
        followups.LookFor(current);
        followups.Review(current);
        await drain.RunAsync(followups, cancel);
    }
}
