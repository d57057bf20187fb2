namespace UserOps.Domain.Journeys;

/// <summary>That a run left a step, when and how.</summary>
/// <param name="Outcome">As in <see cref="StepTally"/>.</param>
public sealed record PathEntry(string Step, int Occurrence, DateTimeOffset At, string Outcome);
