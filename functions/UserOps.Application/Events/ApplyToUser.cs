using UserOps.Application.Users;

namespace UserOps.Application.Events;

/// <summary>Commits a user's events and carries out what follows; done only when nothing is left in the outbox.</summary>
public sealed class ApplyToUser(CommitEvents commit, DrainOutbox drain)
{
    /// <param name="partition">Of the identifier that names the user.</param>
    public async Task<ApplyCounts> RunAsync(string partition, IEnumerable<IncomingEvent> events, CancellationToken cancel)
    {
        var counts = default(ApplyCounts);
        var followups = new Followups();
        foreach (var chunk in EventChunks.Of(events))
        {
            var committed = await commit.RunAsync(partition, chunk, cancel);
            counts += new ApplyCounts(committed.Applied, committed.Duplicates, 0);
            followups.Add(committed);
            await drain.RunAsync(followups, cancel);
        }

        return counts;
    }
}
