namespace UserOps.Domain.Segments;

/// <param name="Event">The name, exactly as it is sent.</param>
/// <param name="Where">About the event's own properties; null: every event of the name.</param>
/// <param name="Not">That none came.</param>
public sealed record SequenceStep(string Event, Condition? Where, bool Not = false);
