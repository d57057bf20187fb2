namespace UserOps.Application.Segments.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="BucketsDone">Of <paramref name="Buckets"/>, which are about equal.</param>
/// <param name="Users">Gone through.</param>
/// <param name="Failed">Of them, who could not be looked at and are again later.</param>
/// <param name="FinishedAt">Null: not yet.</param>
public sealed record SweepProgress(bool Done, int BucketsDone, int Buckets, long Users, long Failed, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt)
{
    public static SweepProgress Of(Sweep sweep, IReadOnlyList<SweepLane> lanes)
    {
        var (counts, done) = (lanes.Aggregate(default(SweepCounts), (sum, lane) => sum + lane.Counts), lanes.Sum(lane => lane.Buckets));
        var all = done == Domain.Scoring.Buckets.Count;
        return new(all, done, Domain.Scoring.Buckets.Count, counts.Users, counts.Failed, sweep.CreatedAt, all ? lanes.Max(lane => lane.UpdatedAt) : null);
    }
}
