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

        return Of(BySilence(customer, Rhythm.Of(facts.Purchases, day), rules), ByModel(alive, rules.Risk), Signs(facts, day, rules.Risk));
    }

    /// <param name="signs">All but silence.</param>
    public static ChurnRisk Of(RiskBand bySilence, RiskBand byModel, RiskReasons signs)
    {
        var silence = Worse(bySilence, byModel);
        var early = signs.HasFlag(RiskReasons.FallingVisits) && (signs & Incident) != 0 ? RiskBand.AtRisk
            : (signs & Early) != 0 ? RiskBand.Watch
            : RiskBand.Healthy;
        return new(Worse(silence, early), silence != RiskBand.Healthy ? signs | RiskReasons.Silent : signs);
    }

    /// <summary>What speaks for it apart from silence.</summary>
    public static RiskReasons Signs(UserFacts facts, int day, RiskRules risk) =>
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
