namespace UserOps.Domain.Scoring.Value;

/// <summary>What speaks for it that a customer is about to leave. Score rows hold the number.</summary>
[Flags]
public enum RiskReasons : byte
{
    None = 0,

    /// <summary>No purchase for longer than the person's own rhythm, or than the fixed days where there is none.</summary>
    Silent = 1,

    /// <summary>Orders were given back or cancelled lately.</summary>
    Refunds = 2,

    /// <summary>The person complained lately.</summary>
    Complaints = 4,

    /// <summary>Something ordered did not arrive lately.</summary>
    FailedDeliveries = 8,

    /// <summary>The person comes by in far fewer weeks than before.</summary>
    FallingVisits = 16,
}
