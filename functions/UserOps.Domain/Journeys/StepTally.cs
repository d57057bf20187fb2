namespace UserOps.Domain.Journeys;

/// <summary>How often a run left a step in one way, for the figures.</summary>
/// <param name="Outcome">An arm, <c>case 1</c>, <c>otherwise</c>, <c>event</c>, <c>timeout</c>, <c>done</c>; of a message <c>sent</c>, <c>refused</c>, <c>unknown</c> or <c>skipped:</c> and why.</param>
public sealed record StepTally(string Step, string Outcome, int Count);
