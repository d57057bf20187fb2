using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>How likely a customer is to leave, and why.</summary>
/// <param name="Reasons">Also of a healthy customer, whom a refund alone does not move.</param>
public sealed record ChurnRisk(RiskBand Band, RiskReasons Reasons)
{
    /// <summary>Something went wrong. Several of them are mostly one and the same matter, so they count once.</summary>
    private const RiskReasons Incident = RiskReasons.Refunds | RiskReasons.Complaints | RiskReasons.FailedDeliveries;

    /// <summary>Seen before the purchases fail to come.</summary>
    private const RiskReasons Early = RiskReasons.Complaints | RiskReasons.FailedDeliveries | RiskReasons.FallingVisits;

    /// <param name="day">Nothing after its end is seen.</param>
    /// <param name="alive">Null without a purchases model.</param>
    /// <returns>Null without a purchase that counts: who never bought cannot leave.</returns>
    public static ChurnRisk? Of(UserFacts facts, int day, double? alive, ScoringRules rules)
    {
        if (RepeatSummary.Of(facts.Purchases, day) is not { } customer)
        {
            return null;
        }

        var silence = BySilence(facts.Purchases, customer, day, alive, rules);
        var reasons = (silence != RiskBand.Healthy ? RiskReasons.Silent : RiskReasons.None) | Signs(facts, day, rules.Risk);
        var early = reasons.HasFlag(RiskReasons.FallingVisits) && (reasons & Incident) != 0 ? RiskBand.AtRisk
            : (reasons & Early) != 0 ? RiskBand.Watch
            : RiskBand.Healthy;
        return new(silence > early ? silence : early, reasons);
    }

    private static RiskBand BySilence(PurchaseHistory history, RepeatSummary customer, int day, double? alive, ScoringRules rules)
    {
        var risk = rules.Risk;
        var rhythm = Rhythm.Of(history, day);
        var hasRhythm = rhythm.Gaps >= risk.LeastGaps;
        double silent = customer.AgeDays - customer.RecencyDays;
        var byRhythm = Worse(
            silent > (hasRhythm ? rhythm.MedianDays!.Value * risk.AtRiskPercent / 100 : rules.LifeCycle.ChurnedAfterDays),
            silent > (hasRhythm ? rhythm.MedianDays!.Value * risk.WatchPercent / 100 : rules.LifeCycle.DormantAfterDays));
        var byModel = Worse(alive * 100 < risk.AtRiskAlivePercent, alive * 100 < risk.WatchAlivePercent);
        return byRhythm > byModel ? byRhythm : byModel;
    }

    private static RiskReasons Signs(UserFacts facts, int day, RiskRules risk) =>
        (GivenBack(facts.Purchases, day, risk.RefundDays) ? RiskReasons.Refunds : RiskReasons.None)
        | (facts.Complaints.AnyWithin(risk.ComplaintDays, day) ? RiskReasons.Complaints : RiskReasons.None)
        | (facts.FailedDeliveries.AnyWithin(risk.FailedDeliveryDays, day) ? RiskReasons.FailedDeliveries : RiskReasons.None)
        | (Falling(facts.Visits, day, risk) ? RiskReasons.FallingVisits : RiskReasons.None);

    private static bool Falling(VisitWeeks visits, int day, RiskRules risk)
    {
        var week = VisitWeeks.LastWhole(day);
        var before = visits.Count(RiskRules.VisitWeeksBefore, week - RiskRules.VisitWeeks);
        return before >= risk.LeastVisitWeeks
            && visits.Count(RiskRules.VisitWeeks, week) * RiskRules.VisitWeeksBefore * 100 < risk.VisitsPercent * before * RiskRules.VisitWeeks;
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
