namespace UserOps.Domain.Scoring.Value;

/// <summary>Lifetime values from which on a customer is in a tier, minor units.</summary>
public sealed record TierBounds(long HighFromMinor, long MidFromMinor)
{
    /// <param name="lifetimes">Lifetime values of all customers, minor units.</param>
    /// <returns>Null where nothing is expected of anybody.</returns>
    public static TierBounds? Of(MoneyCounts lifetimes, ValueRules rules) =>
        lifetimes.WhereTheHighestHold(rules.HighPercent) is { } high && lifetimes.WhereTheHighestHold(rules.HighPercent + rules.MidPercent) is { } mid
            ? new(high, mid)
            : null;

    public ValueTier Of(long lifetimeMinor) =>
        lifetimeMinor >= HighFromMinor ? ValueTier.High : lifetimeMinor >= MidFromMinor ? ValueTier.Mid : ValueTier.Low;
}
