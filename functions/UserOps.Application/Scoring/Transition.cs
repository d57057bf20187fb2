namespace UserOps.Application.Scoring;

/// <summary>A user's passage from one segment or stage to another, or up to being at risk.</summary>
/// <param name="Map">The map whose segment changed; null for the life-cycle stage and for a warning.</param>
/// <param name="From">Code; null: no segment.</param>
/// <param name="To">Code; null: no segment any more.</param>
/// <param name="Warning">The band of churn risk rose to at-risk.</param>
public sealed record Transition(string UserKey, Domain.Scoring.SegmentMap? Map, string? From, string? To, bool Warning = false);
