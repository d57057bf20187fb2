using UserOps.Application.Users;

namespace UserOps.Application.Segments.Reviews;

/// <summary>A review that no event asked for, with all that follows from it. First comes what an earlier one may have left, since who did it may have died.</summary>
public sealed class ReviewAlone(DrainOutbox drain)
{
    public Task RunAsync(string userKey, CancellationToken cancel)
    {
        var followups = new Followups();
        followups.LookFor(userKey);
        followups.Review(userKey);
        return drain.RunAsync(followups, cancel);
    }
}
