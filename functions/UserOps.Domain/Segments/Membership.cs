using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Segments;

/// <summary>A segment of the workspace's own that somebody is in.</summary>
/// <param name="Version">By which the person came in; later ones may have kept them.</param>
/// <param name="Since">When.</param>
/// <param name="Value">That a computed tag carries since the last review; null: it is none.</param>
public sealed record Membership(
    string Segment, int Version, DateTimeOffset Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null);
