namespace UserOps.Domain.Paths;

/// <summary>What comes after an event: all paths that are still open go on with each step.</summary>
internal sealed class WalkAfter(PathQuery query, PathTally tally) : PathWalk(query, tally)
{
    private readonly List<(DateTimeOffset From, List<string> Names)> _open = [];

    public override void Finish()
    {
        foreach (var (from, names) in _open)
        {
            var latest = LastAt + Query.Session < from + Query.Reach ? LastAt + Query.Session : from + Query.Reach;
            Tally.Add(new(names, latest > Query.AsOf ? PathEnd.Open : PathEnd.Ended));
        }

        _open.Clear();
    }

    protected override void Pause() => End(_ => true);

    protected override void Step(PathEvent said, bool begins)
    {
        End(from => said.At - from > Query.Reach);
        foreach (var (_, names) in _open)
        {
            names.Add(said.Name);
        }

        // The oldest path has most steps.
        while (_open is [{ Names: var longest }, ..] && longest.Count == Query.Steps)
        {
            Tally.Add(new(longest, PathEnd.Complete));
            _open.RemoveAt(0);
        }

        if (begins)
        {
            _open.Add((said.At, []));
        }
    }

    private void End(Func<DateTimeOffset, bool> which)
    {
        foreach (var (_, names) in _open.Where(one => which(one.From)))
        {
            Tally.Add(new(names, PathEnd.Ended));
        }

        _open.RemoveAll(one => which(one.From));
    }
}
