namespace UserOps.Domain.Scoring.Value;

public enum RiskBand
{
    Healthy,
    Watch,
    AtRisk,
}
