namespace UserOps.Domain.Paths;

/// <summary>Paths that were counted: of one person, of a part of all people, or of all.</summary>
public sealed class PathTally
{
    /// <summary>Paths that find room in a tally that is bounded, if they are not unusually long.</summary>
    public const int MostPaths = 5_000;

    private const long MostBytes = 120 * 1024;

    private PathTally(int steps, bool bounded)
    {
        Steps = [.. Enumerable.Range(0, steps).Select(_ => StepTally.Of(bounded))];
        Paths = bounded ? new(MostPaths, MostBytes, path => path.Size) : new(int.MaxValue, long.MaxValue, path => path.Size);
    }

    /// <summary>People who did what was asked about.</summary>
    public long Users { get; private set; }

    /// <summary>How often they did it.</summary>
    public long Occurrences { get; private set; }

    public IReadOnlyList<StepTally> Steps { get; }

    public FrequentItems<EventPath> Paths { get; }

    /// <summary>Of whatever many paths, in memory that does not grow with them.</summary>
    public static PathTally Bounded(int steps) => new(steps, true);

    /// <summary>Of a few that are bounded, put together without any further loss.</summary>
    public static PathTally Of(int steps, IEnumerable<PathTally> parts)
    {
        var all = new PathTally(steps, false);
        foreach (var part in parts)
        {
            all.Restore(part.Users, part.Occurrences);
            all.Paths.Add(part.Paths);
            foreach (var (step, other) in all.Steps.Zip(part.Steps))
            {
                step.Add(other);
            }
        }

        return all;
    }

    public void Restore(long users, long occurrences) => (Users, Occurrences) = (Users + users, Occurrences + occurrences);

    /// <summary>Of one person.</summary>
    public void Add(EventPath path)
    {
        (Users, Occurrences) = (1, Occurrences + 1);
        Paths.Add(path);
        for (var i = 0; i < path.Events.Count; i++)
        {
            Steps[i].Events.Add(path.Events[i]);
        }

        if (path.End != PathEnd.Complete)
        {
            var next = Steps[path.Events.Count];
            (next.Ended, next.Open) = path.End == PathEnd.Ended ? (next.Ended + 1, next.Open) : (next.Ended, next.Open + 1);
        }
    }

    public void AddPerson(PathTally person)
    {
        Restore(person.Users, person.Occurrences);
        Paths.AddPerson(person.Paths);
        foreach (var (step, theirs) in Steps.Zip(person.Steps))
        {
            step.AddPerson(theirs);
        }
    }
}
