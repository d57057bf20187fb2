namespace UserOps.Application.Segments.Snapshots;

/// <summary>How far a bucket of a snapshot is written.</summary>
/// <param name="From">The first member that was not looked at; null: the first of all, or all were.</param>
/// <param name="Count">Written.</param>
public sealed record SnapshotPlace(string? From, long Count, bool Done);
