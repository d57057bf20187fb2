using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>A published version by its number: one that was read before costs no operation.</summary>
public sealed class FindJourney(JourneyRows rows, ConditionForm conditions)
{
    private readonly VersionCache _cache = new();

    internal int Cached => _cache.Count;

    /// <returns>Null when there is no such version.</returns>
    /// <exception cref="InvalidDataException">What is stored is no journey to this release.</exception>
    public async Task<JourneyVersion?> RunAsync(string key, int version, CancellationToken cancel)
    {
        if (_cache.Find(key, version) is { } known)
        {
            return known;
        }

        if (await rows.VersionAsync(key, version, cancel) is not { } stored)
        {
            return null;
        }

        // Names are not checked again: what was there when it was published may be gone, and people are inside.
        var found = JourneyReader.Read(stored.Document, conditions.Read) switch
        {
            JourneyReading.Of { Journey: var journey } => new JourneyVersion(version, stored.PublishedAt, journey),
            JourneyReading.Wrong { Mistakes: [var first, ..] } => throw new InvalidDataException($"Version {version} of journey {key} does not read any more: {first.At}: {first.What}"),
            _ => throw new InvalidOperationException("An unknown reading."),
        };
        _cache.Add(key, found);
        return found;
    }
}
