namespace UserOps.Tests.Simulation;

/// <summary>What a caller sees when the process that it called ends.</summary>
internal sealed class ProcessEndedException() : Exception("The process ended.");
