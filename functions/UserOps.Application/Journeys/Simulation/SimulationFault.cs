namespace UserOps.Application.Journeys.Simulation;

/// <summary>What is wrong with a request.</summary>
internal sealed record SimulationFault(string Field, string What);
