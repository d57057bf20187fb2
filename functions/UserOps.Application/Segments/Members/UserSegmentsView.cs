namespace UserOps.Application.Segments.Members;

/// <param name="ReviewAt">When they are looked at again although nothing happens; null: never.</param>
public sealed record UserSegmentsView(IReadOnlyList<UserSegmentView> Segments, DateTimeOffset? ReviewAt);
