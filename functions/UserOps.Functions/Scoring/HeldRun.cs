namespace UserOps.Functions.Scoring;

/// <summary>Names a run and the orchestration that has it.</summary>
/// <param name="HeldBy">
/// The run's <see cref="Application.Scoring.ScoringRun.HeldBy"/>. An instance id is no sure guard against doubles, so each execution has a name of its own.
/// </param>
public sealed record HeldRun(DateOnly AsOf, string HeldBy);
