namespace UserOps.Domain.Scoring.Value;

/// <summary>What the parts of the value index weigh against each other; not all 0.</summary>
public sealed record IndexRules(int Activity = 40, int Spend = 40, int Spread = 20);
