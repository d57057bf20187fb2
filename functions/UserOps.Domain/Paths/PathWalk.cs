namespace UserOps.Domain.Paths;

/// <summary>
/// Goes once through one person's events, in order, and counts the paths to or from the event asked about. Remembers no more than the paths that can still go on.
/// Each time it happened begins a path of its own, also within the path of another.
/// </summary>
public abstract class PathWalk(PathQuery query, PathTally tally)
{
    private PathEvent? _last;

    protected PathQuery Query => query;

    protected PathTally Tally => tally;

    /// <summary>Of the last event that was not left out.</summary>
    protected DateTimeOffset LastAt => _last?.At ?? DateTimeOffset.MinValue;

    public static PathWalk Of(PathQuery query, PathTally tally) => query.Direction == PathDirection.After ? new WalkAfter(query, tally) : new WalkBefore(query, tally);

    /// <param name="said">Not before the one of the call before, in the order in which a timeline shows them.</param>
    public void Pass(PathEvent said)
    {
        if (query.Exclude.Contains(said.Name) || said.At > query.AsOf)
        {
            return;
        }

        var paused = _last is null || said.At - LastAt > query.Session;
        var repeated = !paused && query.CollapseRepeats && _last!.Value.Name == said.Name;
        if (paused)
        {
            Pause();
        }

        _last = said;
        if (repeated)
        {
            Repeat(said);
        }
        else
        {
            Step(said, said.Name == query.Event && query.InRange(said.At));
        }
    }

    /// <summary>There are no more events.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>Too much time went by before the event that comes now.</summary>
    protected abstract void Pause();

    /// <param name="begins">It is one of those that are asked about.</param>
    protected abstract void Step(PathEvent said, bool begins);

    /// <summary>The same event once more, which is no step.</summary>
    protected virtual void Repeat(PathEvent said)
    {
    }
}
