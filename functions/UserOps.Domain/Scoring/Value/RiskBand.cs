namespace UserOps.Domain.Scoring.Value;

/// <summary>Churn risk, the worse the higher. <see cref="RiskBands"/> names them.</summary>
public enum RiskBand : byte
{
    Healthy,
    Watch,
    AtRisk,
}
