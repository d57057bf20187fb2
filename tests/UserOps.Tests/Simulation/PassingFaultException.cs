namespace UserOps.Tests.Simulation;

/// <summary>What a store or a queue throws when it is busy, or when its answer is lost; the only kind that the simulator expects.</summary>
internal sealed class PassingFaultException(string message) : IOException(message);
