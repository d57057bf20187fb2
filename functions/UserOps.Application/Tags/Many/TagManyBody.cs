using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Journeys.Control;

namespace UserOps.Application.Tags.Many;

/// <summary>Body of <c>POST /api/tags/{key}/people</c>: <c>users</c> or <c>segment</c>.</summary>
/// <param name="Users">At most 1,000 ids, as <c>GET /api/users/{id}</c> takes them.</param>
/// <param name="Remove">Take it off.</param>
/// <param name="Value">That it carries.</param>
/// <param name="Until">A day, with whose beginning it ends, or an instant.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TagManyBody(IReadOnlyList<string?>? Users = null, SegmentName? Segment = null, bool Remove = false, JsonElement? Value = null, JsonElement? Until = null);
