namespace UserOps.Application.Journeys.Running;

/// <summary>Runs that are beyond their time by more than what a slow clock explains.</summary>
public sealed class WatchOverdueRuns(RunAlarms alarms, TimeProvider clock)
{
    public const int MostNamed = 100;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Anybody may ask for health as often as they like.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private (DateTimeOffset At, Task<OverdueRuns> Found)? _last;
    private readonly Lock _lock = new();

    /// <summary>Up to 15 seconds old.</summary>
    public Task<OverdueRuns> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_last is not { } last || now - last.At >= Kept || last.Found.IsFaulted)
            {
                // Not by the token of whoever happens to ask first.
                _last = last = (now, alarms.OverdueAsync(now - Tolerance, MostNamed, CancellationToken.None));
            }

            return last.Found.WaitAsync(cancel);
        }
    }
}
