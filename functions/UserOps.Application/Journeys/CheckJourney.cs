using System.Text.Json;
using UserOps.Domain;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Reads a journey against all that the application knows by name now.</summary>
public sealed class CheckJourney(ConditionForm conditions, GatherNames gather, IEnumerable<IJourneyCheck> checks)
{
    /// <param name="key">What it is stored under; null: nowhere yet.</param>
    public async Task<JourneyReading> RunAsync(ReadOnlyMemory<byte> document, string? key, CancellationToken cancel)
    {
        var names = await gather.RunAsync(cancel);
        var reading = JourneyReader.Read(document.Span, conditions.Read, names);
        var elsewhere = key is null ? null : KeptElsewhere(document, key);
        return reading switch
        {
            JourneyReading.Wrong { Mistakes: var others } when elsewhere is not null => new JourneyReading.Wrong([.. others.Prepend(elsewhere).Take(JourneyLimits.Mistakes)]),
            JourneyReading.Of when elsewhere is not null => new JourneyReading.Wrong([elsewhere]),
            JourneyReading.Of { Journey: var journey } when await MistakesAsync(journey, cancel) is { Count: > 0 } mistakes => new JourneyReading.Wrong(mistakes),
            _ => reading,
        };
    }

    /// <summary>Told along with other mistakes, so that whoever copies a journey is not sent back for it once those are mended.</summary>
    private static Mistake? KeptElsewhere(ReadOnlyMemory<byte> document, string key)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("key", out var own) && own.ValueKind == JsonValueKind.String
                && own.GetString() is var written && JourneyKeys.IsKey(written) && written != key
                    ? new("/key", $"This journey is saved as '{key}'; the key says '{written}'.")
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
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
