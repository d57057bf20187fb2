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

        var risk = rules.Risk;
        var rhythm = Rhythm.Of(history, day);
        var hasRhythm = rhythm.Gaps >= risk.LeastGaps;
        double silent = customer.AgeDays - customer.RecencyDays;
        var bySilence = Worse(
            silent > (hasRhythm ? rhythm.MedianDays!.Value * risk.AtRiskPercent / 100 : rules.LifeCycle.ChurnedAfterDays),
            silent > (hasRhythm ? rhythm.MedianDays!.Value * risk.WatchPercent / 100 : rules.LifeCycle.DormantAfterDays));
        var byModel = Worse(alive * 100 < risk.AtRiskAlivePercent, alive * 100 < risk.WatchAlivePercent);
        var reasons = new List<RiskReason>(2);
        if (bySilence != RiskBand.Healthy || byModel != RiskBand.Healthy)
        {
            reasons.Add(RiskReason.Silent);
        }

        if (GivenBack(history, day, risk.RefundDays))
        {
            reasons.Add(RiskReason.Refunds);
        }

        return new(bySilence > byModel ? bySilence : byModel, reasons);
    }

    private static RiskBand Worse(bool atRisk, bool watch) => atRisk ? RiskBand.AtRisk : watch ? RiskBand.Watch : RiskBand.Healthy;

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
