namespace UserOps.Functions.Tests.Durable;

/// <summary>An activity that is about to run, for faults to choose from.</summary>
/// <param name="Try">From 1 on: how often this name has run with this input in this instance.</param>
public sealed record ActivityRun(string InstanceId, string Name, string? InputJson, int Try);
