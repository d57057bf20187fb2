namespace UserOps.Application.Journeys.Running;

/// <summary>
/// What every driver does when a run's time has come. A wake is read before the run is advanced and deleted after, so one that comes meanwhile stays; where advancing fails,
/// all alarms stay.
/// </summary>
public sealed class DriveRun(RunAlarms alarms, IAdvanceRuns advance, TimeProvider clock)
{
    /// <summary>A run with more to do makes room for others.</summary>
    internal const int MostRounds = 20;

    /// <summary>An alarm may come before its run, so one without a run is kept for so long.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <returns>Never <see cref="RunProgress.Again"/> without a wake that stands for the rest.</returns>
    public async Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel)
    {
        RunAlarm? wake = null;
        for (var round = 0; round < MostRounds; round++)
        {
            wake ??= await alarms.FindWakeAsync(runId, cancel);
            var progress = await advance.RunAsync(userKey, runId, cancel);
            if (progress is RunProgress.Again)
            {
                continue;
            }

            if (wake is null || (progress is RunProgress.Gone && clock.GetUtcNow() - wake.Since < Grace) || await alarms.RemoveAsync(wake, cancel))
            {
                return progress;
            }

            // There is a later one.
            wake = null;
        }

        if (wake is null)
        {
            await alarms.WakeAsync(userKey, runId, cancel);
        }

        return new RunProgress.Again();
    }
}
