using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Operations;

namespace UserOps.Functions.Journeys;

/// <summary>The net below the orchestrations: whatever lost a hint, an event or an orchestration, the alarms' rows are still there.</summary>
public sealed partial class WakeOverdueRuns(RunAlarms alarms, WakeOrchestration wake, TimeProvider clock, ILogger<WakeOverdueRuns> logger)
{
    private const int AtOnce = 16;

    /// <summary>At a time, the longest overdue first; the next look takes the next.</summary>
    private const int Most = 1_000;

    /// <summary>Less than what health calls overdue, more than a timer or a queue is late.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>Every look tells it to go on, so an orchestration that has done nothing for so long waits for something that was lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>Several looks did not help; an alert looks for the line.</summary>
    private static readonly TimeSpan Serious = TimeSpan.FromMinutes(30);

    [Function(nameof(WakeOverdueRuns))]
    public async Task RunAsync([TimerTrigger("%WakeSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        var overdue = await alarms.OverdueAsync(clock.GetUtcNow() - Tolerance, Most, cancel);
        if (overdue.Oldest is not { } oldest)
        {
            return;
        }

        if (oldest < clock.GetUtcNow() - Serious)
        {
            LogLongOverdue(overdue.Count, oldest);
        }

        await Parallel.ForEachAsync(
            overdue.First, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (alarm, stop) => await TryAsync(client, alarm, stop));
    }

    private async Task TryAsync(DurableTaskClient client, RunAlarm alarm, CancellationToken cancel)
    {
        try
        {
            await GiveUpSilentAsync(client, alarm, cancel);
            await alarms.HurryAsync(alarm, cancel);
            await wake.RunAsync(client, new(alarm.UserKey, alarm.RunId), cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogFailed(alarm.RunId, FailureReason.Of(fault));
        }
    }

    /// <summary>Else its run would never go on. The next look starts another, if this one has not ended by then.</summary>
    private async Task GiveUpSilentAsync(DurableTaskClient client, RunAlarm alarm, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Patience;
        if (alarm.Since < before && await client.GetInstanceAsync(alarm.RunId, cancel) is { IsCompleted: false } instance && instance.LastUpdatedAt < before)
        {
            LogGivenUp(alarm.RunId, instance.RuntimeStatus, instance.LastUpdatedAt);
            await client.TerminateInstanceAsync(alarm.RunId, cancel);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Count} runs are overdue, the first since {Oldest}")]
    private partial void LogLongOverdue(int count, DateTimeOffset oldest);

    [LoggerMessage(2, LogLevel.Error, "The orchestration of run {Run} stands still as {Status} since {Since} and is ended")]
    private partial void LogGivenUp(string run, OrchestrationRuntimeStatus status, DateTimeOffset since);

    [LoggerMessage(3, LogLevel.Error, "Run {Run} is overdue and its orchestration cannot be told: {Reason}")]
    private partial void LogFailed(string run, string reason);
}
