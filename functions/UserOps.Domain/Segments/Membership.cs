namespace UserOps.Domain.Segments;

/// <summary>A segment of the workspace's own that somebody is in.</summary>
/// <param name="Version">By which the person came in; later ones may have kept them.</param>
/// <param name="Since">When.</param>
public sealed record Membership(string Segment, int Version, DateTimeOffset Since);
