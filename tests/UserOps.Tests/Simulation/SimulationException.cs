namespace UserOps.Tests.Simulation;

/// <summary>The simulator cannot go on: a deadlock, or code that escaped it.</summary>
public sealed class SimulationException(string message) : Exception(message);
