using Microsoft.Extensions.Logging;
using UserOps.Application.Recommendations;

namespace UserOps.Application.Scoring;

/// <summary>Carries out wanted runs, the earliest day first, refreshes the recommendations after them, and asks for the nightly one.</summary>
public sealed partial class ScoringWorker(
    RunRows runs, RequestNight request, ScoreUsers score, PublishRun publish, FailRun fail, RefreshRecommendations recommend, TimeProvider time, ILogger<ScoringWorker> log)
{
    private const int Tries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    /// <returns>When there is something to do next, unless a run is asked for before.</returns>
    public async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var nextNight = await request.RunAsync(cancel);
        var again = false;
        foreach (var (asOf, tries) in await runs.WantedAsync(cancel))
        {
            again |= !await TryAsync(asOf, tries + 1, cancel);
        }

        again |= !await RecommendAsync(cancel);
        var retry = time.GetUtcNow() + BetweenTries;
        return again && retry < nextNight ? retry : nextNight;
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

    /// <returns>False: to be tried again. That one is due shows in the rows, so nothing is lost by it.</returns>
    private async Task<bool> RecommendAsync(CancellationToken cancel)
    {
        try
        {
            await recommend.RunAsync(cancel);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogNotRecommended(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Scored {Users} users as of {AsOf:O}, {Rows} rows written")]
    private partial void LogDone(DateOnly asOf, long users, long rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recommendations could not be refreshed; those of before stay")]
    private partial void LogNotRecommended(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scoring as of {AsOf:O} failed, try {Tried}")]
    private partial void LogFailed(Exception e, DateOnly asOf, int tried);
}
