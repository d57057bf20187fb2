using System.Runtime.CompilerServices;

namespace UserOps.Application.Journeys;

/// <summary>The journeys that people come into now, each in its last version.</summary>
public sealed class OpenJourneys(JourneyRows rows, FindJourney find)
{
    public async IAsyncEnumerable<JourneyVersion> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var head in rows.AllAsync(cancel))
        {
            if (head is { State: JourneyState.Published, PausedAt: null } && await find.RunAsync(head.Key, head.Version, cancel) is { } version)
            {
                yield return version;
            }
        }
    }
}
