using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Writes what has become of a run, under the ETag of its row. The profile is written with it only where that has something to forget: what the run heard, or that the
/// person is inside.
/// </summary>
public sealed class CommitRun(ITableStore tables, FindUser find)
{
    /// <param name="heard">Whether the run has looked at all that the loaded profile has noted for it.</param>
    /// <returns>False: something was written by somebody else since it was read, and nothing by this call.</returns>
    public async Task<bool> RunAsync(LoadedRun loaded, JourneyRun run, bool heard, CancellationToken cancel)
    {
        var replace = JourneyRunRows.Replace(run with { Rev = loaded.Run.Rev + 1 }, loaded.ETag);
        if (run.State == RunState.Ended)
        {
            // Of a profile that has been written since there is nothing to lose by ending.
            var user = await find.RunAsync(loaded.UserKey, cancel);
            return user.Key == loaded.UserKey && user.Holder is Holder.Here { Profile: var latest }
                && await WriteAsync(replace, latest with { Journeys = Participations.Ended(latest.Journeys, run.Id, run.EndedAt!.Value) }, user.ETag!, cancel);
        }

        return heard && loaded.Participation is { Heard: not null } or { Missed: true }
            ? await WriteAsync(replace, loaded.Profile with { Journeys = Participations.Read(loaded.Profile.Journeys, run.Id) }, loaded.ProfileETag, cancel)
            : await tables.CommitAsync(loaded.UserKey, [replace], cancel) is CommitResult.Committed;
    }

    private async Task<bool> WriteAsync(Change run, Profile profile, string etag, CancellationToken cancel)
    {
        var properties = HolderRow.Write(profile with { Rev = profile.Rev + 1 });
        return await tables.CommitAsync(profile.Key, [new Change.Replace(properties, etag) { Key = UserRow.Profile }, run], cancel) is CommitResult.Committed;
    }
}
