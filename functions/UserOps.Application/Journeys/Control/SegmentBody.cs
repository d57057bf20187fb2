namespace UserOps.Application.Journeys.Control;

/// <param name="Segment">Null: everybody inside.</param>
public sealed record SegmentBody(SegmentName? Segment = null);
