namespace UserOps.Domain.Paths;

/// <summary>What came before an event: the last few steps are remembered.</summary>
internal sealed class WalkBefore(PathQuery query, PathTally tally) : PathWalk(query, tally)
{
    /// <summary>The latest first, each at the last of its repeats.</summary>
    private readonly List<PathEvent> _past = [];

    protected override void Pause() => _past.Clear();

    protected override void Step(PathEvent said, bool begins)
    {
        if (begins)
        {
            string[] names = [.. _past.TakeWhile(past => said.At - past.At <= Query.Reach).Select(past => past.Name)];
            Tally.Add(new(names, names.Length == Query.Steps ? PathEnd.Complete : PathEnd.Ended));
        }

        _past.Insert(0, said);
        if (_past.Count > Query.Steps)
        {
            _past.RemoveAt(Query.Steps);
        }
    }

    protected override void Repeat(PathEvent said) => _past[0] = said;
}
