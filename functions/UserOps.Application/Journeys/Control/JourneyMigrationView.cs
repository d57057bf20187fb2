using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

/// <param name="Moves">A step of the old version each.</param>
/// <param name="Job">What does it; null for a dry run.</param>
public sealed record JourneyMigrationView(int From, int To, int Staying, int Moving, int Ending, IReadOnlyList<StepMove> Moves, JobView? Job);
