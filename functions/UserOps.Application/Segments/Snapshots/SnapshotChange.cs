namespace UserOps.Application.Segments.Snapshots;

/// <summary>What became of somebody, as <see cref="SnapshotComparison"/> counts them.</summary>
public enum SnapshotChange
{
    Stayed,
    Entered,
    Left,
    Merged,
}
