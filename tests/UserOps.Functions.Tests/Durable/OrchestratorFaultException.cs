namespace UserOps.Functions.Tests.Durable;

/// <summary>The orchestrator breaks a rule of orchestrators: it is not deterministic, or it awaits what no history can answer.</summary>
public sealed class OrchestratorFaultException(string instanceId, string what) : Exception($"Instance '{instanceId}': {what}");
