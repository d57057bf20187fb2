using UserOps.Domain.Journeys;

namespace UserOps.Domain.Segments;

/// <summary>A run of a journey left a step, at least once.</summary>
/// <param name="Outcome">As in <see cref="StepTally"/>.</param>
public sealed record PassedStep(string Journey, string Step, string Outcome)
{
    public static IEnumerable<PassedStep> Of(JourneyRun run) => run.Tally.Select(left => new PassedStep(run.Journey, left.Step, left.Outcome));
}
