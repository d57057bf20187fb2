namespace UserOps.Application.Scoring;

/// <summary>Wakes the loop around <see cref="ScoringWorker"/> in the same process.</summary>
public sealed class ScoringWakeup(TimeProvider time) : IScoringTrigger, IDisposable
{
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private readonly Lock _lock = new();

    public Task RequestedAsync(DateOnly asOf, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (_wanted.CurrentCount == 0)
            {
                _wanted.Release();
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Returns at <paramref name="due"/> by the host's clock, or as soon as a run is wanted.</summary>
    public async Task WaitAsync(DateTimeOffset due, CancellationToken cancel)
    {
        // A timer takes at most about 49 days; waking early is harmless.
        var wait = TimeSpan.FromTicks(Math.Clamp((due - time.GetUtcNow()).Ticks, 0, TimeSpan.TicksPerDay));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(_wanted.WaitAsync(stop.Token), Task.Delay(wait, time, stop.Token));
        await stop.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        await first;
    }

    public void Dispose() => _wanted.Dispose();
}
