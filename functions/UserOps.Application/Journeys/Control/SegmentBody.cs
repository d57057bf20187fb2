using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Control;

/// <param name="Segment">Null: everybody inside.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SegmentBody(SegmentName? Segment = null);
