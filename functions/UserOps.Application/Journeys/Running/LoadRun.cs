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

    /// <summary>The same run again right after it was committed, with what its person is by now: of the run the commit told all there is to know.</summary>
    public async Task<LoadedRun?> AgainAsync(LoadedRun stored, CancellationToken cancel)
    {
        var user = await find.RunAsync(stored.UserKey, cancel);
        return user.Key == stored.UserKey && user.Holder is Holder.Here { Profile: var profile }
            ? stored with { Profile = profile, ProfileETag = user.ETag! }
            : await RunAsync(stored.UserKey, stored.Run.Id, cancel);
    }
}
