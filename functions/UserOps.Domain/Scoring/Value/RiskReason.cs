namespace UserOps.Domain.Scoring.Value;

/// <summary>What speaks for it that a customer is about to leave.</summary>
public enum RiskReason
{
    /// <summary>No purchase for longer than the person's own rhythm, or than the fixed days where there is none.</summary>
    Silent,

    /// <summary>Orders were given back or cancelled lately.</summary>
    Refunds,
}
