using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>A snapshot as it is answered.</summary>
/// <param name="Version">Of the segment, at that instant.</param>
/// <param name="TakenAt">The instant that it is of.</param>
/// <param name="FinishedAt">Since when nothing in it changes; null: it is being taken.</param>
/// <param name="Count">How many were in, exactly; null: not counted yet.</param>
/// <param name="BucketsDone">Of <paramref name="Buckets"/>, which are about equal: those that are taken or, when it is thrown away, gone.</param>
public sealed record SnapshotView(
    string Id, string Segment, int Version, string? Name, SnapshotState State, DateTimeOffset TakenAt, DateTimeOffset? FinishedAt, long? Count, int BucketsDone, int Buckets)
{
    /// <param name="lanes">Of the sweep that is at it; empty: none is.</param>
    public static SnapshotView Of(Snapshot snapshot, IReadOnlyList<SweepLane> lanes) => new(
        snapshot.Id, snapshot.Segment, snapshot.Version, snapshot.Name, snapshot.State, snapshot.TakenAt, snapshot.FinishedAt, snapshot.Count,
        snapshot.State == SnapshotState.Done ? Domain.Scoring.Buckets.Count : lanes.Sum(lane => lane.Buckets), Domain.Scoring.Buckets.Count);
}
