using UserOps.Application.Storage;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Publishes, on a shelf that nobody else sees, the journey that is tried, and those that it starts as they are published now.</summary>
internal sealed class StockShelf(JourneyRows rows, FindJourney find, ConditionForm conditions)
{
    /// <returns>The shelf, and the keys on it, the tried one first.</returns>
    public async Task<(ITableStore Shelf, IReadOnlyList<string> Keys)> RunAsync(JourneyVersion tried, CancellationToken cancel)
    {
        var shelf = new ScratchTable();
        List<JourneyVersion> stocked = [tried];
        await PutAsync(shelf, tried, cancel);
        for (var i = 0; i < stocked.Count; i++)
        {
            foreach (var key in stocked[i].Journey.Steps.OfType<Step.StartJourney>().Select(step => step.Journey).Where(key => !stocked.Exists(one => one.Journey.Key == key)).ToHashSet(StringComparer.Ordinal))
            {
                if (await rows.FindAsync(key, cancel) is { Head: { State: JourneyState.Published, PausedAt: null, Version: var version } } && await find.RunAsync(key, version, cancel) is { } other)
                {
                    // People come into it from the tried one alone; what else lets them in is not the question.
                    other = other with { Journey = other.Journey with { Entry = new Entry.ByHand() } };
                    stocked.Add(other);
                    await PutAsync(shelf, other, cancel);
                }
            }
        }

        return (shelf, [.. stocked.Select(one => one.Journey.Key)]);
    }

    private async Task PutAsync(ScratchTable shelf, JourneyVersion version, CancellationToken cancel)
    {
        var journey = version.Journey;
        var head = new JourneyHead(journey.Key, journey.Name, JourneyState.Published, version.Version, "", 0, version.PublishedAt, version.PublishedAt);
        await new JourneyRows(shelf).WriteAsync(head, null, null, JourneyWriter.Write(journey, conditions.Write), cancel);
    }
}
