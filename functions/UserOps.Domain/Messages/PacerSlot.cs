namespace UserOps.Domain.Messages;

/// <param name="Start">Seconds since 1970-01-01 UTC.</param>
public readonly record struct PacerSlot(long Start, int Count);
