namespace UserOps.Application.Storage;

/// <summary>
/// Something that is asked for with every event and changes seldom: read anew at most every few seconds. What is changed in one process is seen by another after
/// <see cref="Freshness"/>.
/// </summary>
internal sealed class FreshCopy<T>(Func<CancellationToken, Task<T>> read, TimeProvider clock)
    where T : class
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private volatile Snapshot? _snapshot;
    private volatile int _changes;

    public async Task<T> RunAsync(CancellationToken cancel)
    {
        var (known, now) = (_snapshot, clock.GetUtcNow());
        if (known is null || now - known.ReadAt >= Freshness || now < known.ReadAt)
        {
            var changes = _changes;
            _snapshot = known = new(now, await read(cancel));
            if (changes != _changes)
            {
                // What was changed here meanwhile may not be in it.
                _snapshot = null;
            }
        }

        return known.Value;
    }

    /// <summary>Something was changed here.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _snapshot = null;
    }

    private sealed record Snapshot(DateTimeOffset ReadAt, T Value);
}
