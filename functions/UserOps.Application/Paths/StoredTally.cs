using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>The paths that a lane of a sweep counted so far, in a row: each name stands once.</summary>
internal sealed record StoredTally(long Users, long Occurrences, IReadOnlyList<string> Names, IReadOnlyList<StoredStep> Steps, StoredItems Paths)
{
    private const int PathHead = 3;

    public static StoredTally Of(PathTally tally)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        StoredStep[] steps = [.. tally.Steps.Select(step => new StoredStep(step.Ended, step.Open, Items(step.Events, (name, of) => [Place(name), of.Count, of.Users])))];
        var paths = Items(tally.Paths, (path, of) => [(long)path.End, of.Count, of.Users, .. path.Events.Select(name => (long)Place(name))]);
        return new(tally.Users, tally.Occurrences, [.. places.OrderBy(place => place.Value).Select(place => place.Key)], steps, paths);

        int Place(string name) => places.TryGetValue(name, out var place) ? place : places[name] = places.Count;
    }

    public PathTally Restored()
    {
        var tally = PathTally.Bounded(Steps.Count);
        tally.Restore(Users, Occurrences);
        tally.Paths.Restore(Paths.Total, Paths.Error, Paths.Items.Select(item => KeyValuePair.Create(
            new EventPath([.. item.Skip(PathHead).Select(place => Names[(int)place])], (PathEnd)item[0]), new Frequency(item[1], item[2]))));
        foreach (var (step, stored) in tally.Steps.Zip(Steps))
        {
            (step.Ended, step.Open) = (stored.Ended, stored.Open);
            step.Events.Restore(stored.Events.Total, stored.Events.Error, stored.Events.Items.Select(item => KeyValuePair.Create(Names[(int)item[0]], new Frequency(item[1], item[2]))));
        }

        return tally;
    }

    private static StoredItems Items<T>(FrequentItems<T> items, Func<T, Frequency, long[]> write)
        where T : notnull => new(items.Total, items.Error, [.. items.Items.Select(item => write(item.Key, item.Value))]);
}
