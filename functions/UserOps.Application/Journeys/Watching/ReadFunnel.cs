using UserOps.Application.Journeys.Running;

namespace UserOps.Application.Journeys.Watching;

/// <summary>Counts what became of the people who came into a journey. Reads a row for each of them, a page at a time.</summary>
public sealed class ReadFunnel(JourneyRows journeys, FindJourney find, RunSummaries summaries, TimeProvider clock)
{
    /// <returns>Null when there is no such journey or version, or none was published yet.</returns>
    public async Task<Funnel?> RunAsync(string key, FunnelQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await journeys.FindAsync(key, cancel) is not var (head, _) || await find.RunAsync(key, query.Version ?? head.Version, cancel) is not { } version)
        {
            return null;
        }

        var (asOf, count) = (clock.GetUtcNow(), new FunnelCount());
        await foreach (var run in summaries.AllAsync(key, cancel))
        {
            if (query.Takes(run))
            {
                count.Add(run);
            }
        }

        return count.Of(version.Journey, version.Version, asOf);
    }
}
