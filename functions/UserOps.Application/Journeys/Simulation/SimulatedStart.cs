namespace UserOps.Application.Journeys.Simulation;

/// <summary>An attempt to let the person in.</summary>
internal sealed record SimulatedStart(DateTimeOffset At, StartRequest Request, StartOutcome Outcome);
