using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Control;

/// <summary>The body that starts a journey: <c>users</c> or <c>segment</c>.</summary>
/// <param name="Users">At most 1,000 ids, as <c>GET /api/users/{id}</c> takes them.</param>
/// <param name="Variables">A JSON object, for conditions and templates.</param>
/// <param name="RatePerMinute">So many come in a minute; else all at once.</param>
/// <param name="AcceptExpiry">Also where some messages would come too late and be skipped.</param>
/// <param name="DryRun">Only say what would be.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StartBody(
    IReadOnlyList<string?>? Users = null,
    SegmentName? Segment = null,
    JsonElement? Variables = null,
    int? RatePerMinute = null,
    bool AcceptExpiry = false,
    bool DryRun = false);
