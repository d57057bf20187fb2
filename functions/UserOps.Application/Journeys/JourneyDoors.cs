namespace UserOps.Application.Journeys;

/// <summary>
/// The published journeys by the name of the event that people come in by. Asked for with every event, so that it is read anew at most every few seconds: a journey that
/// is published in one process takes in people that come by another one after <see cref="Freshness"/>.
/// </summary>
public sealed class JourneyDoors(OpenJourneys open, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private volatile Snapshot? _snapshot;
    private volatile int _changes;

    /// <summary>By event name; empty for a journey that is started by hand alone.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>>> RunAsync(CancellationToken cancel)
    {
        var (known, now) = (_snapshot, clock.GetUtcNow());
        if (known is null || now - known.ReadAt >= Freshness || now < known.ReadAt)
        {
            var changes = _changes;
            _snapshot = known = new(now, await ReadAsync(cancel));
            if (changes != _changes)
            {
                // What was published or archived here meanwhile may not be in it.
                _snapshot = null;
            }
        }

        return known.Doors;
    }

    /// <summary>Something was published or archived here.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _snapshot = null;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>>> ReadAsync(CancellationToken cancel)
    {
        var doors = new Dictionary<string, List<JourneyVersion>>(StringComparer.Ordinal);
        await foreach (var version in open.RunAsync(cancel))
        {
            if (Door.EventOf(version.Journey.Entry) is { } name)
            {
                (doors.TryGetValue(name, out var behind) ? behind : doors[name] = []).Add(version);
            }
        }

        return doors.ToDictionary(door => door.Key, door => (IReadOnlyList<JourneyVersion>)door.Value, StringComparer.Ordinal);
    }

    private sealed record Snapshot(DateTimeOffset ReadAt, IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>> Doors);
}
