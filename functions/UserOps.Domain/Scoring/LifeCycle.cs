using UserOps.Domain.Orders;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>Life-cycle stages from what a user ever ordered, whatever the scoring window.</summary>
public static class LifeCycle
{
    public static readonly IReadOnlyList<Segment> Stages =
    [
        new("new", "New", "新手"), new("growing", "Growing", "成长"), new("mature", "Mature", "成熟"), new("dormant", "Dormant", "沉睡"), new("churned", "Churned", "流失"),
    ];

    public static Segment Named(LifeCycleStage stage) => Stages[(int)stage];

    /// <param name="everOrdered">All purchases up to the end of <paramref name="day"/>.</param>
    /// <param name="rhythm">As of <paramref name="day"/>: who has one becomes dormant and churned by it, others after the fixed days.</param>
    /// <param name="sinceDay">Stands in for the last order while there is none that counts.</param>
    public static LifeCycleStage StageOf(Purchases everOrdered, Rhythm rhythm, int sinceDay, int day, ScoringRules rules)
    {
        var cycle = rules.LifeCycle;
        var orders = everOrdered.LastOrderDay is null ? 0 : everOrdered.Orders;
        var quietDays = day - (orders > 0 ? everOrdered.LastOrderDay!.Value : sinceDay);
        return quietDays > rhythm.Patience(cycle.ChurnedPercent, cycle.ChurnedAfterDays, rules) ? LifeCycleStage.Churned
            : quietDays > rhythm.Patience(cycle.DormantPercent, cycle.DormantAfterDays, rules) ? LifeCycleStage.Dormant
            : orders >= cycle.MatureOrders ? LifeCycleStage.Mature
            : orders >= cycle.GrowingOrders ? LifeCycleStage.Growing
            : LifeCycleStage.New;
    }
}
