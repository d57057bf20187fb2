using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <param name="HoldOut">Goes through without a message, to be compared with; by the user's id.</param>
/// <param name="Ending">Null: it goes on.</param>
/// <param name="Steps">In the order in which they were reached; the last fifty.</param>
public sealed record RunWayView(string Journey, DateTimeOffset StartedAt, bool HoldOut, RunState State, RunEnding? Ending, DateTimeOffset? EndedAt, IReadOnlyList<StepWayView> Steps);
