using UserOps.Application.Settings;

namespace UserOps.Application.Scoring;

/// <summary>
/// Asks, once the nightly hour has come, for the day that is over. Of nights that passed while nothing ran only the last is made up for, and none of before the first
/// start.
/// </summary>
public sealed class RequestNight(RunRows runs, RequestRun request, UserOpsSettings settings, TimeProvider time)
{
    /// <returns>The next nightly hour; <see cref="DateTimeOffset.MaxValue"/> where there is none.</returns>
    public async Task<DateTimeOffset> RunAsync(CancellationToken cancel)
    {
        if (settings.Scoring.NightlyHour is not { } hour)
        {
            return DateTimeOffset.MaxValue;
        }

        var zone = settings.Workspace.Zone;
        var now = time.GetUtcNow();
        var today = WorkspaceDay.Of(now, zone);
        var latest = WorkspaceDay.At(today, hour, zone) <= now ? today : today.AddDays(-1);
        var seenTo = await runs.NightAsync(cancel);
        if (seenTo is { } night && night < latest)
        {
            await request.RunAsync(latest.AddDays(-1), cancel);
        }

        if (seenTo is null || seenTo < latest)
        {
            await runs.SetNightAsync(latest, cancel);
        }

        return WorkspaceDay.At(latest.AddDays(1), hour, zone);
    }
}
