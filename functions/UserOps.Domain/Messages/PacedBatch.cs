namespace UserOps.Domain.Messages;

/// <summary>So many messages that can go out at one instant.</summary>
public readonly record struct PacedBatch(DateTimeOffset At, int Count);
