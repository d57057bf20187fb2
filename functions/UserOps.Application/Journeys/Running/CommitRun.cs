using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Writes what has become of a run, under the ETag of its row. The profile is written with it only where that has something to forget: what the run heard, or that the
/// person is inside.
/// </summary>
public sealed class CommitRun(ITableStore tables, FindUser find)
{
    /// <param name="heard">Whether the run has looked at all that the loaded profile has noted for it; false also where the profile may have been written since it was loaded.</param>
    /// <returns>What is stored now; null: something was written by somebody else since it was read, and nothing by this call.</returns>
    public async Task<LoadedRun?> RunAsync(LoadedRun loaded, JourneyRun run, bool heard, CancellationToken cancel)
    {
        var next = run with { Rev = loaded.Run.Rev + 1 };
        if (run.State == RunState.Ended)
        {
            // Of a profile that has been written since there is nothing to lose by ending.
            return (heard ? loaded : await LatestAsync(loaded, cancel)) is { } latest
                ? await WriteAsync(latest, next, Participations.Ended(latest.Profile.Journeys, run.Id, run.EndedAt!.Value), cancel)
                : null;
        }

        return heard && loaded.Participation is { Heard: not null } or { Missed: true }
            ? await WriteAsync(loaded, next, Participations.Read(loaded.Profile.Journeys, run.Id), cancel)
            : await tables.CommitAsync(loaded.UserKey, [JourneyRunRows.Replace(next, loaded.ETag)], cancel) is CommitResult.Committed { ETags: [{ } etag] }
                ? loaded with { Run = next, ETag = etag }
                : null;
    }

    /// <summary>The run goes on in another version, and the profile hears for it what that one asks about.</summary>
    /// <returns>As <see cref="RunAsync"/>.</returns>
    public Task<LoadedRun?> IntoVersionAsync(LoadedRun loaded, JourneyRun run, Listening listens, CancellationToken cancel) => run.State == RunState.Ended
        ? RunAsync(loaded, run, heard: false, cancel)
        : WriteAsync(loaded, run with { Rev = loaded.Run.Rev + 1 }, Participations.Listening(loaded.Profile.Journeys, run.Id, listens), cancel);

    private async Task<LoadedRun?> LatestAsync(LoadedRun loaded, CancellationToken cancel)
    {
        var user = await find.RunAsync(loaded.UserKey, cancel);
        return user.Key == loaded.UserKey && user.Holder is Holder.Here { Profile: var profile } ? loaded with { Profile = profile, ProfileETag = user.ETag! } : null;
    }

    private async Task<LoadedRun?> WriteAsync(LoadedRun loaded, JourneyRun run, IReadOnlyList<Participation>? journeys, CancellationToken cancel)
    {
        var profile = loaded.Profile with { Journeys = journeys, Rev = loaded.Profile.Rev + 1 };
        Change[] changes = [new Change.Replace(HolderRow.Write(profile), loaded.ProfileETag) { Key = UserRow.Profile }, JourneyRunRows.Replace(run, loaded.ETag)];
        return await tables.CommitAsync(profile.Key, changes, cancel) is CommitResult.Committed { ETags: [{ } profileTag, { } runTag] }
            ? new(run, runTag, profile, profileTag)
            : null;
    }
}
