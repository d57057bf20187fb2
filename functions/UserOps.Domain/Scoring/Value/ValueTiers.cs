namespace UserOps.Domain.Scoring.Value;

/// <summary>Names of the value tiers, by <see cref="ValueTier"/>.</summary>
public static class ValueTiers
{
    public static readonly IReadOnlyList<Segment> All = [new("low", "Low", "低净值"), new("mid", "Mid", "中净值"), new("high", "High", "高净值")];

    public static Segment Named(ValueTier tier) => All[(int)tier];
}
