using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <param name="Then">Step; null: the run ends.</param>
public sealed record BranchCase(Condition If, string? Then);
