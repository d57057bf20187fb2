using Microsoft.Extensions.Logging;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>The end of an orchestration's run, after which the next wanted day gets its turn.</summary>
public sealed partial class EndRun(RunRows runs, PublishRun publish, FailRun fail, StartRecommendations recommend, QueuedScoringTrigger hints, ILogger<EndRun> log)
{
    /// <summary>Also of a run that was published already: its clearing up may be what is left to do.</summary>
    public async Task<ScoringOutcome> PublishAsync(HeldRun held, CancellationToken cancel)
    {
        var run = await runs.GetAsync(held.AsOf, cancel);
        if (run.Status == RunStatus.Done || (run.Status == RunStatus.Running && run.HeldBy == held.HeldBy))
        {
            run = await publish.RunAsync(held.AsOf, cancel);
        }

        if (run.Status == RunStatus.Done)
        {
            LogDone(held.AsOf, run.Tally!.Users, run.Tally.RowsWritten);
        }

        await LookForNextAsync(cancel);
        if (await recommend.IsDueAsync(cancel))
        {
            await hints.LookLaterAsync(held.AsOf, cancel);
        }

        return new(held.AsOf, run.Status, run.Tally?.Users ?? 0, run.Tally?.RowsWritten ?? 0);
    }

    public async Task FailAsync(FailureNote note, CancellationToken cancel)
    {
        LogFailed(note.Run.AsOf, note.Reason);
        await fail.RunAsync(note.Run.AsOf, note.Reason, tries: 1, final: true, cancel, note.Run.HeldBy);
        await LookForNextAsync(cancel);
    }

    private async Task LookForNextAsync(CancellationToken cancel)
    {
        if (await runs.WantedAsync(cancel) is [var (next, _), ..])
        {
            await hints.LookLaterAsync(next, cancel);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "ScoringDone", Level = LogLevel.Information, Message = "Scored {Users} users as of {AsOf:O}, {Rows} rows written")]
    private partial void LogDone(DateOnly asOf, long users, long rows);

    [LoggerMessage(EventId = 2, EventName = "ScoringFailed", Level = LogLevel.Error, Message = "Scoring as of {AsOf:O} failed: {Reason}")]
    private partial void LogFailed(DateOnly asOf, string reason);
}
