using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

/// <param name="Outcome">As in <see cref="Jobs.JobOutcomes"/>.</param>
/// <param name="Run">As it is now; null: there is none.</param>
public sealed record RunControlled(string Outcome, JourneyRun? Run);
