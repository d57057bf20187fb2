namespace UserOps.Domain.Messages;

/// <summary>A channel that was not taken, and why.</summary>
public sealed record PassedOver(string Channel, GateReason Reason);
