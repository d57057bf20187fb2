namespace UserOps.LocalHost.Journeys;

/// <summary>Rings when a run is to be woken, for the loop in the same process. What rings before anybody waits is kept.</summary>
internal sealed class AlarmBell(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly Lock _lock = new();

    public void Ring()
    {
        lock (_lock)
        {
            if (_rung.CurrentCount == 0)
            {
                _rung.Release();
            }
        }
    }

    /// <summary>Returns at <paramref name="due"/>, as soon as it rings, or after a day.</summary>
    public async Task WaitAsync(DateTimeOffset due, CancellationToken cancel)
    {
        var wait = due - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(_rung.WaitAsync(stop.Token), Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop.Token));
        await stop.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    public void Dispose() => _rung.Dispose();
}
