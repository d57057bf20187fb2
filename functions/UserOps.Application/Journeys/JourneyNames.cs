using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Journeys that others may start. One that is only a draft counts: two that start each other could never be published else. Conditions may also ask about archived ones.</summary>
internal sealed class JourneyNames(JourneyRows rows) : INameSource
{
    public async Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel)
    {
        var (keys, past) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var head in rows.AllAsync(cancel))
        {
            past.Add(head.Key);
            if (head.State != JourneyState.Archived)
            {
                keys.Add(head.Key);
            }
        }

        return names with { Journeys = keys, PastJourneys = past };
    }
}
