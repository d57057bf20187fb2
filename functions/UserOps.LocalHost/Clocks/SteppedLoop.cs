using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Workers;

namespace UserOps.LocalHost.Clocks;

/// <summary>In place of the workers' own loops, while somebody may move the clock.</summary>
internal sealed class SteppedLoop(SteppedWork work, SqliteMessageQueue queue, TimeProvider clock, ILogger<SteppedLoop> logger) : WorkerLoop(clock, logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Task _arrival = Task.CompletedTask;

    protected override async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        _arrival = queue.Arrival;
        await work.RunAsync(cancel);
        return DateTimeOffset.MinValue;
    }

    protected override async Task WaitAsync(DateTimeOffset due, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(_arrival, Task.Delay(Pause, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }
}
