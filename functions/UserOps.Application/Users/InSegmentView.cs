namespace UserOps.Application.Users;

/// <summary>A segment of the workspace's own that the person is in.</summary>
/// <param name="Version">By which the person came in.</param>
public sealed record InSegmentView(string Segment, DateTimeOffset Since, int Version);
