namespace UserOps.Application.Segments;

/// <param name="New">False: the draft says the same as the version that was there.</param>
public sealed record PublishedSegmentView(string Key, SegmentState State, int Version, bool New, DateTimeOffset? PublishedAt);
