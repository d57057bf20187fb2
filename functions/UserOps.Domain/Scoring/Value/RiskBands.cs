namespace UserOps.Domain.Scoring.Value;

/// <summary>Names of the bands of churn risk, by <see cref="RiskBand"/>.</summary>
public static class RiskBands
{
    public static readonly IReadOnlyList<Segment> All = [new("healthy", "Healthy", "健康"), new("watch", "Watch", "需关注"), new("at-risk", "At risk", "有流失风险")];

    public static Segment Named(RiskBand band) => All[(int)band];
}
