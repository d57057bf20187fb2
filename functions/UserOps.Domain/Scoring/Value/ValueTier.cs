namespace UserOps.Domain.Scoring.Value;

/// <summary>How much of the expected lifetime value a customer holds. <see cref="ValueTiers"/> names them.</summary>
public enum ValueTier : byte
{
    Low,
    Mid,
    High,
}
