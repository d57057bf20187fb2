using Microsoft.Extensions.Logging;
using UserOps.Application.Operations;

namespace UserOps.Application.Journeys.Running;

/// <summary>The alarm clock of a host that has no other: drives the runs whose alarms are due, in order of time, and deletes those alarms.</summary>
public sealed partial class AlarmWorker(RunAlarms alarms, DriveRun drive, TimeProvider clock, ILogger<AlarmWorker> logger)
{
    /// <summary>60 minutes would be reached with the sixth.</summary>
    private const int MostDoublings = 6;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly AlarmRound _round = new(alarms);

    /// <summary>Runs that are driven side by side.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>One round: a bounded number of what is due.</summary>
    /// <returns>When the next alarm is due, which may be past; null: there is none.</returns>
    public async Task<DateTimeOffset?> RunOnceAsync(CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(await _round.ReadAsync(clock.GetUtcNow(), cancel), options, async (run, stop) => await RunAsync(run, stop));
        return await alarms.NextAsync(cancel);
    }

    /// <param name="due">All of one run.</param>
    private async Task RunAsync(IReadOnlyList<RunAlarm> due, CancellationToken cancel)
    {
        RunProgress progress;
        try
        {
            progress = await drive.RunAsync(due[0].UserKey, due[0].RunId, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            var attempts = due.Max(alarm => alarm.Attempts) + 1;
            LogFailed(due[0].RunId, attempts, FailureReason.Of(fault));
            await FailedAsync(due, attempts, cancel);
            return;
        }

        foreach (var alarm in due)
        {
            await SettleAsync(alarm, progress, cancel);
        }
    }

    private Task SettleAsync(RunAlarm alarm, RunProgress progress, CancellationToken cancel) => (alarm.Kind, progress) switch
    {
        (_, RunProgress.Gone) => MissedAsync(alarm, cancel),
        (AlarmKind.Wake, _) => Task.CompletedTask,

        // It would fire for ever: the run still relies on it though its time has come.
        (_, RunProgress.SleepUntil { Instant: var instant }) when instant == alarm.Since => FailedAsync([alarm], alarm.Attempts + 1, cancel),
        _ => alarms.RemoveAsync(alarm, cancel),
    };

    private async Task FailedAsync(IReadOnlyList<RunAlarm> due, int attempts, CancellationToken cancel)
    {
        var delay = Minute * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        var until = After(delay < LongestDelay ? delay : LongestDelay);
        foreach (var alarm in due)
        {
            await alarms.PutOffAsync(alarm, until, attempts, alarm.Misses, cancel);
        }
    }

    private Task MissedAsync(RunAlarm alarm, CancellationToken cancel) => clock.GetUtcNow() - alarm.Since < DriveRun.Grace
        ? alarms.PutOffAsync(alarm, After(Minute), alarm.Attempts, alarm.Misses + 1, cancel)
        : alarms.RemoveAsync(alarm, cancel);

    /// <summary>By whole minutes, so that a run that is woken again and again while it fails has one row a minute and no more.</summary>
    private DateTimeOffset After(TimeSpan delay)
    {
        var ticks = (clock.GetUtcNow() + delay).UtcTicks;
        return new(ticks + ((Minute.Ticks - (ticks % Minute.Ticks)) % Minute.Ticks), TimeSpan.Zero);
    }

    [LoggerMessage(1, LogLevel.Error, "Run {Run} failed {Attempts} times and is tried again later: {Reason}")]
    private partial void LogFailed(string run, int attempts, string reason);
}
