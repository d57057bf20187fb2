using UserOps.Application.Operations;

namespace UserOps.LocalHost.Queues;

/// <summary>Calls the worker whenever a message arrives or comes due.</summary>
public sealed partial class QueueLoop(QueueWorker worker, SqliteMessageQueue queue, TimeProvider clock, ILogger<QueueLoop> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var arrival = queue.Arrival;
                var due = await worker.RunOnceAsync(stoppingToken);
                await WaitAsync(arrival, due, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The store itself fails, say for a full disk. Messages are safe; go on when it has recovered.
                LogFailure(FailureReason.Of(exception));
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(Task arrival, DateTimeOffset? due, CancellationToken cancel)
    {
        var wait = due - clock.GetUtcNow() is { } until && until < LongestWait ? until : LongestWait;
        if (wait > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            await Task.WhenAny(arrival, Task.Delay(wait, clock, either.Token));
            await either.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Messages cannot be handled now: {Reason}")]
    private partial void LogFailure(string reason);
}
