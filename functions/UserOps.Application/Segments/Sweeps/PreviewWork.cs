namespace UserOps.Application.Segments.Sweeps;

/// <summary>Counts who would be in a segment.</summary>
/// <param name="set">The segment that is tried and those that it is built from.</param>
internal sealed class PreviewWork(PreviewUser preview, string segment, SegmentSet set, DateTimeOffset asOf) : ISweepWork
{
    public async Task<SweepCounts> RunAsync(IReadOnlyList<string> users, CancellationToken cancel)
    {
        var each = await EachUser.RunAsync(users, user => preview.RunAsync(user, segment, set, asOf, cancel), _ => Task.FromResult(SweepCounts.OneFailed), cancel);
        return each.Aggregate((sum, one) => sum + one);
    }
}
