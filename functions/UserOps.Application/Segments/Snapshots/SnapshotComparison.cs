namespace UserOps.Application.Segments.Snapshots;

/// <summary>What became of a segment's people between two instants.</summary>
/// <param name="Stayed">Were in at the first and at the second.</param>
/// <param name="Entered">Were in at the second alone.</param>
/// <param name="Left">Were in at the first alone.</param>
/// <param name="Merged">Were in at the first and until they turned out to be the same person as another user, whom the second counts.</param>
public sealed record SnapshotComparison(long Stayed, long Entered, long Left, long Merged);
