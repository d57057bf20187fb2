namespace UserOps.Application.Segments.Snapshots;

/// <param name="Snapshots">The latest first.</param>
/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record SnapshotPage(IReadOnlyList<SnapshotView> Snapshots, string? Next);
