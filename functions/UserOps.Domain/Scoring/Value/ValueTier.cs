namespace UserOps.Domain.Scoring.Value;

/// <summary>How much of the expected lifetime value a customer holds.</summary>
public enum ValueTier
{
    Low,
    Mid,
    High,
}
