using UserOps.Application.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>Reads a run where its person is now, whoever they have become.</summary>
public sealed class LoadRun(JourneyRunRows rows, FindUser find)
{
    /// <returns>Null: there is no such run, not yet or not any more.</returns>
    public async Task<LoadedRun?> RunAsync(string userKey, string runId, CancellationToken cancel)
    {
        var found = await rows.FindAsync(userKey, runId, cancel);
        var user = await find.RunAsync(userKey, cancel);
        if (user.Key != userKey)
        {
            found = await rows.FindAsync(user.Key, runId, cancel);
            user = await find.RunAsync(user.Key, cancel);
        }

        return found is var (run, etag) && user.Holder is Holder.Here { Profile: var profile } ? new(run, etag, profile, user.ETag!) : null;
    }
}
