using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Body of <c>POST /api/segments/{key}/snapshots</c>.</summary>
/// <param name="Name">That people see, up to 100 characters. Without an Idempotency-Key, the same name is the same snapshot.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SnapshotBody(string? Name = null);
