using Microsoft.Extensions.Logging;
using UserOps.Application.Settings;

namespace UserOps.Application.Scoring;

/// <summary>Carries out wanted runs, the earliest day first, and asks for the nightly one.</summary>
public sealed partial class ScoringWorker(
    RunRows runs, RequestRun request, ScoreUsers score, PublishRun publish, FailRun fail, UserOpsSettings settings, TimeProvider time, ILogger<ScoringWorker> log)
{
    private const int Tries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    /// <returns>When there is something to do next, unless a run is asked for before.</returns>
    public async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var nextNight = await AskForNightAsync(cancel);
        var again = false;
        foreach (var (asOf, tries) in await runs.WantedAsync(cancel))
        {
            again |= !await TryAsync(asOf, tries + 1, cancel);
        }

        var retry = time.GetUtcNow() + BetweenTries;
        return again && retry < nextNight ? retry : nextNight;
    }

    /// <summary>At the nightly hour, the day before. Of nights that passed while nothing ran only the last is made up for, and none of before the first start.</summary>
    private async Task<DateTimeOffset> AskForNightAsync(CancellationToken cancel)
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

    /// <returns>False: to be tried again.</returns>
    private async Task<bool> TryAsync(DateOnly asOf, int tried, CancellationToken cancel)
    {
        try
        {
            // Done and still wanted: the process ended between publishing and clearing up.
            var run = await runs.GetAsync(asOf, cancel) is { Status: RunStatus.Done }
                ? await publish.RunAsync(asOf, cancel)
                : await score.RunAsync(asOf, null, cancel);
            LogDone(asOf, run.Tally!.Users, run.Tally.RowsWritten);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFailed(e, asOf, tried);
            await fail.RunAsync(asOf, $"{e.GetType().Name}: {e.Message}", tried, final: tried >= Tries, cancel);
            return tried >= Tries;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Scored {Users} users as of {AsOf}, {Rows} rows written")]
    private partial void LogDone(DateOnly asOf, long users, long rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scoring as of {AsOf} failed, try {Tried}")]
    private partial void LogFailed(Exception e, DateOnly asOf, int tried);
}
