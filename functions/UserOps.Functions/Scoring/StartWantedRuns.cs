using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;

namespace UserOps.Functions.Scoring;

/// <summary>
/// Starts an orchestration for a wanted day, one day at a time: first one that was interrupted, else the earliest. The end of each brings the next. Called as often as
/// one likes; a day that is at work is joined.
/// </summary>
public sealed partial class StartWantedRuns(
    RunRows runs, QueuedScoringTrigger hints, UserOpsSettings settings, TimeProvider time, ILogger<StartWantedRuns> log)
{
    public async Task RunAsync(DurableTaskClient client, CancellationToken cancel)
    {
        var wanted = new List<ScoringRun>();
        foreach (var (asOf, _) in await runs.WantedAsync(cancel))
        {
            wanted.Add(await runs.GetAsync(asOf, cancel));
        }

        foreach (var run in wanted)
        {
            if (await Orchestrations.FindAtWorkAsync(client, InstanceOf(run.AsOf), cancel) is { } atWork)
            {
                await (time.GetUtcNow() - atWork.LastUpdatedAt > Orchestrations.Patience ? GiveUpAsync(client, run.AsOf, atWork, cancel) : JoinAsync(run, cancel));
                return;
            }
        }

        if ((wanted.Find(run => run.Status == RunStatus.Running) ?? wanted.FirstOrDefault()) is { } next)
        {
            await StartAsync(client, next, cancel);
        }
    }

    public static string InstanceOf(DateOnly asOf) => "scoring-" + asOf.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>At its end an orchestration looks for what is wanted; one whose run does not run may have done so already.</summary>
    private Task JoinAsync(ScoringRun run, CancellationToken cancel) =>
        run.Status == RunStatus.Running ? Task.CompletedTask : hints.LookLaterAsync(run.AsOf, cancel);

    /// <summary>Else no day would be scored any more. A later look finds it ended and starts the day again.</summary>
    private Task GiveUpAsync(DurableTaskClient client, DateOnly asOf, OrchestrationMetadata silent, CancellationToken cancel)
    {
        LogGivenUp(asOf, silent.RuntimeStatus, silent.LastUpdatedAt);
        return client.TerminateInstanceAsync(silent.InstanceId, cancel);
    }

    private Task StartAsync(DurableTaskClient client, ScoringRun run, CancellationToken cancel) => Orchestrations.StartAsync(
        client, nameof(NightlyScoring), new NightlyScoringInput(run.AsOf, settings.Scoring.ActivitiesAtOnce), InstanceOf(run.AsOf), cancel);

    [LoggerMessage(EventId = 1, EventName = "ScoringGivenUp", Level = LogLevel.Error, Message = "Scoring as of {AsOf:O} stands still as {Status} since {Since}; its orchestration is ended")]
    private partial void LogGivenUp(DateOnly asOf, OrchestrationRuntimeStatus status, DateTimeOffset since);
}
