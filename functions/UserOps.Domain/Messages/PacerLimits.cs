namespace UserOps.Domain.Messages;

/// <summary>What a provider takes; null: any number.</summary>
public sealed record PacerLimits(int? PerMinute = null, int? PerHour = null)
{
    public static readonly PacerLimits None = new();
}
