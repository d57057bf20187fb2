using Microsoft.Extensions.Logging;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Operations;
using UserOps.Application.Queues;

namespace UserOps.Functions.Journeys;

/// <summary>A row, which can't be lost, and then a hint to <see cref="WakeJourneyRun"/>. Only functions have a client of the hub, and a wake may come from anywhere.</summary>
/// <param name="hints">The queue <see cref="Queues.QueueNames.Journeys"/>.</param>
public sealed partial class DurableRunDriver(RunAlarms alarms, IMessageQueue hints, ILogger<DurableRunDriver> logger) : IRunDriver
{
    public async Task WakeAsync(string userKey, string runId, CancellationToken cancel)
    {
        await alarms.WakeAsync(userKey, runId, cancel);
        try
        {
            await hints.EnqueueAsync([new(RunHint.Write(userKey, runId))], cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // The row stands, and the timer finds it in some minutes.
            LogHintLost(FailureReason.Of(fault));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A run is woken some minutes late, since the queue of hints takes nothing: {Reason}")]
    private partial void LogHintLost(string reason);
}
