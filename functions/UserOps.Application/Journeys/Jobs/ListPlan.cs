namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a job does with a list.</summary>
/// <param name="Segment">Key of a static segment.</param>
/// <param name="On">Put people on it; else take them off.</param>
public sealed record ListPlan(string Segment, bool On);
