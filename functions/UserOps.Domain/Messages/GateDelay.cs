namespace UserOps.Domain.Messages;

/// <summary>What a message waits for.</summary>
public enum GateDelay
{
    QuietHours,
    Cap,
}
