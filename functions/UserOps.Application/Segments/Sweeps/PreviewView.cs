namespace UserOps.Application.Segments.Sweeps;

/// <summary>Who would be in a segment if it were published. Exact for everybody gone through.</summary>
/// <param name="Id">By which to look again; null: it is done.</param>
/// <param name="AsOf">The instant that it is about.</param>
/// <param name="Count">Would be in.</param>
/// <param name="Entering">Would be in and are not.</param>
/// <param name="Leaving">Are in and would not be.</param>
/// <param name="Users">Gone through.</param>
/// <param name="Failed">Of them, who could not be looked at.</param>
public sealed record PreviewView(string? Id, bool Done, DateTimeOffset AsOf, long Count, long Entering, long Leaving, long Users, long Failed, int BucketsDone, int Buckets)
{
    public static PreviewView Of(Sweep sweep, IReadOnlyList<SweepLane> lanes)
    {
        var (counts, done) = (lanes.Aggregate(default(SweepCounts), (sum, lane) => sum + lane.Counts), lanes.Sum(lane => lane.Buckets));
        return Of(done == Domain.Scoring.Buckets.Count ? null : sweep.Id, sweep.CreatedAt, counts, done);
    }

    public static PreviewView Of(string? id, DateTimeOffset asOf, SweepCounts counts, int bucketsDone) =>
        new(id, id is null, asOf, counts.In, counts.Entering, counts.Leaving, counts.Users - counts.Failed, counts.Failed, bucketsDone, Domain.Scoring.Buckets.Count);
}
