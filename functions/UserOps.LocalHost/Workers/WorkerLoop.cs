namespace UserOps.LocalHost.Workers;

/// <summary>Calls a worker when it is due, for as long as the host runs. A failure of the store itself is logged and tried again; the work is in rows and waits.</summary>
public abstract partial class WorkerLoop(TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>A timer takes at most about 49 days; looking early is harmless.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <returns>When there is something to do next.</returns>
    protected abstract Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel);

    protected virtual Task WaitAsync(DateTimeOffset due, CancellationToken cancel)
    {
        var wait = due - clock.GetUtcNow();
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host must not wait for the first round, which may be a whole scoring run.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(await RunOnceAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A loop that ends silently would be worse than any of these.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                // The type only: a message may quote a person's data.
                LogFailure(GetType().Name, fault.GetType().Name, fault.TargetSite?.DeclaringType?.Name);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Loop} failed and goes on in a minute: {Fault} at {Place}")]
    private partial void LogFailure(string loop, string fault, string? place);
}
