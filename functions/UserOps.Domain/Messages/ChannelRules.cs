namespace UserOps.Domain.Messages;

/// <summary>What holds for one channel.</summary>
public sealed record ChannelRules
{
    /// <summary>Of one message, in minor units of the workspace's currency; a price, so that fractions count: an e-mail costs less than a cent.</summary>
    public decimal CostMinor { get; init; }

    public PacerLimits Pace { get; init; } = PacerLimits.None;

    public Cap Cap { get; init; } = Cap.None;

    /// <summary>Null: at any time.</summary>
    public QuietHours? Quiet { get; init; }
}
