namespace UserOps.Functions.Tests.Durable;

/// <summary>Who waits for a sub-orchestration.</summary>
internal sealed record ParentCall(ReplayedInstance Instance, int Execution, int Sequence);
