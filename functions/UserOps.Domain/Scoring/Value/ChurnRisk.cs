using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>How likely a customer is to leave, and why.</summary>
/// <param name="Reasons">Also of a healthy customer, whom a refund alone does not move.</param>
public sealed record ChurnRisk(RiskBand Band, IReadOnlyList<RiskReason> Reasons)
{
    /// <param name="alive">Null without a purchases model.</param>
    /// <returns>Null without a purchase that counts: who never bought cannot leave.</returns>
    public static ChurnRisk? Of(PurchaseHistory history, int day, double? alive, ScoringRules rules)
    {
        if (RepeatSummary.Of(history, day) is not { } customer)
        {
            return null;
        }

        var band = Worse(BySilence(customer, Rhythm.Of(history, day), rules), ByModel(alive, rules.Risk));
        var reasons = new List<RiskReason>(2);
        if (band != RiskBand.Healthy)
        {
            reasons.Add(RiskReason.Silent);
        }

        if (GivenBack(history, day, rules.Risk.RefundDays))
        {
            reasons.Add(RiskReason.Refunds);
        }

        return new(band, reasons);
    }

    /// <summary>What the days since the last purchase say against the person's own rhythm.</summary>
    public static RiskBand BySilence(RepeatSummary customer, Rhythm rhythm, ScoringRules rules)
    {
        var silent = customer.AgeDays - customer.RecencyDays;
        return BandOf(
            silent > rhythm.Patience(rules.Risk.AtRiskPercent, rules.LifeCycle.ChurnedAfterDays, rules),
            silent > rhythm.Patience(rules.Risk.WatchPercent, rules.LifeCycle.DormantAfterDays, rules));
    }

    /// <summary>What the purchases model says.</summary>
    /// <param name="alive">Null without one.</param>
    public static RiskBand ByModel(double? alive, RiskRules rules) => BandOf(alive * 100 < rules.AtRiskAlivePercent, alive * 100 < rules.WatchAlivePercent);

    public static RiskBand Worse(RiskBand one, RiskBand other) => one > other ? one : other;

    private static RiskBand BandOf(bool atRisk, bool watch) => atRisk ? RiskBand.AtRisk : watch ? RiskBand.Watch : RiskBand.Healthy;

    private static bool GivenBack(PurchaseHistory history, int day, int within)
    {
        foreach (var entry in history.Entries)
        {
            if (entry.Orders < 0 && entry.EffectiveDay <= day && entry.EffectiveDay > day - within)
            {
                return true;
            }
        }

        return false;
    }
}
