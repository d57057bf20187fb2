namespace UserOps.Domain.Journeys;

/// <param name="Weight">Share of all weights, 1 to 1,000.</param>
/// <param name="Then">Step; null: the run ends.</param>
public sealed record SplitArm(string Name, int Weight, string? Then);
