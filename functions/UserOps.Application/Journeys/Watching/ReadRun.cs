using UserOps.Application.Journeys.Running;
using UserOps.Application.Users;

namespace UserOps.Application.Journeys.Watching;

/// <summary>One run as it is now, and all runs of a person.</summary>
public sealed class ReadRun(RunSummaries summaries, LoadRun load, JourneyRunRows rows, NamedUser named)
{
    /// <returns>Null when the journey has no such run.</returns>
    public async Task<JourneyRunView?> RunAsync(string journey, string runId, CancellationToken cancel) =>
        await summaries.FindAsync(journey, runId, cancel) is { UserKey: var user } && await load.RunAsync(user, runId, cancel) is { } loaded
            ? JourneyRunView.Of(loaded.Run, loaded.UserKey)
            : null;

    /// <returns>The latest first; null when nobody is known by this identifier.</returns>
    public async Task<IReadOnlyList<JourneyRunView>?> OfUserAsync(string id, CancellationToken cancel) => await named.RunAsync(id, cancel) is { Key: var key }
        ? await rows.OfUserAsync(key, cancel).Select(run => JourneyRunView.Of(run, key)).OrderByDescending(run => run.StartedAt).ToListAsync(cancel)
        : null;
}
