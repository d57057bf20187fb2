namespace UserOps.Functions.Scoring;

/// <summary>Names a run and the orchestration that has it.</summary>
/// <param name="HeldBy">The run's <see cref="Application.Scoring.ScoringRun.HeldBy"/>: ids of instances guard against doubles only mostly, so each execution has a name of its own.</param>
public sealed record HeldRun(DateOnly AsOf, string HeldBy);
