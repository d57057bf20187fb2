using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Finds what is to be tried: a version by its number, or the draft; where neither is named, the draft unless it has mistakes and something is published.</summary>
internal sealed class ChooseTrial(JourneyRows rows, CheckJourney check, FindJourney find, TimeProvider clock)
{
    /// <param name="version">Null: <paramref name="draft"/> decides.</param>
    /// <param name="draft">The draft and nothing else.</param>
    public async Task<Trial> RunAsync(string key, int? version, bool draft, CancellationToken cancel)
    {
        if (await rows.FindAsync(key, cancel) is not { Head: var head })
        {
            return new Trial.UnknownJourney();
        }

        if (version is { } number)
        {
            return await find.RunAsync(key, number, cancel) is { } known ? new Trial.Of(known, Draft: false) : new Trial.UnknownVersion();
        }

        return await check.RunAsync(await rows.DraftAsync(key, cancel), key, cancel) switch
        {
            JourneyReading.Of { Journey: var journey } => new Trial.Of(new(head.Version + 1, clock.GetUtcNow(), journey), Draft: true),
            JourneyReading.Wrong when !draft && await find.RunAsync(key, head.Version, cancel) is { } published => new Trial.Of(published, Draft: false),
            JourneyReading.Wrong { Mistakes: var mistakes } => new Trial.Wrong(mistakes),
            _ => throw new InvalidOperationException("An unknown reading."),
        };
    }
}
