using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>The orchestration's output.</summary>
/// <param name="Status">Of the run; not <see cref="RunStatus.Done"/> where somebody else has it.</param>
public sealed record ScoringOutcome(DateOnly AsOf, RunStatus Status, long Users, long RowsWritten);
