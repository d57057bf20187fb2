using UserOps.Domain;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Reads a journey against all that the application knows by name now.</summary>
public sealed class CheckJourney(ConditionForm conditions, IEnumerable<INameSource> sources, IEnumerable<IJourneyCheck> checks)
{
    /// <param name="key">What it is stored under; null: nowhere yet.</param>
    public async Task<JourneyReading> RunAsync(ReadOnlyMemory<byte> document, string? key, CancellationToken cancel)
    {
        var names = KnownNames.Unchecked;
        foreach (var source in sources)
        {
            names = await source.AddAsync(names, cancel);
        }

        var reading = JourneyReader.Read(document.Span, conditions.Read, names);
        return reading switch
        {
            JourneyReading.Of { Journey.Key: var own } when key is not null && own != key =>
                new JourneyReading.Wrong([new Mistake("/key", $"This journey is saved as '{key}'; the key says '{own}'.")]),
            JourneyReading.Of { Journey: var journey } when await MistakesAsync(journey, cancel) is { Count: > 0 } mistakes => new JourneyReading.Wrong(mistakes),
            _ => reading,
        };
    }

    private async Task<List<Mistake>> MistakesAsync(JourneyDefinition journey, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        foreach (var check in checks)
        {
            mistakes.AddRange(await check.RunAsync(journey, cancel));
        }

        return [.. mistakes.Take(JourneyLimits.Mistakes)];
    }
}
