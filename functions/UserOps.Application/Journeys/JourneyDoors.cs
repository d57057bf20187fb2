using UserOps.Application.Storage;

namespace UserOps.Application.Journeys;

/// <summary>The published journeys by the name of the event that people come in by: asked for with every event, and up to <see cref="Freshness"/> old.</summary>
public sealed class JourneyDoors
{
    private readonly OpenJourneys _open;
    private readonly FreshCopy<IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>>> _doors;

    public JourneyDoors(OpenJourneys open, TimeProvider clock)
    {
        _open = open;
        _doors = new(ReadAsync, clock);
    }

    public static TimeSpan Freshness => FreshCopy<object>.Freshness;

    /// <summary>By event name; empty for a journey that is started by hand alone.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>>> RunAsync(CancellationToken cancel) => _doors.RunAsync(cancel);

    /// <summary>Something was published or archived here.</summary>
    public void Forget() => _doors.Forget();

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>>> ReadAsync(CancellationToken cancel)
    {
        var doors = new Dictionary<string, List<JourneyVersion>>(StringComparer.Ordinal);
        await foreach (var version in _open.RunAsync(cancel))
        {
            if (Door.EventOf(version.Journey.Entry) is { } name)
            {
                (doors.TryGetValue(name, out var behind) ? behind : doors[name] = []).Add(version);
            }
        }

        return doors.ToDictionary(door => door.Key, door => (IReadOnlyList<JourneyVersion>)door.Value, StringComparer.Ordinal);
    }
}
