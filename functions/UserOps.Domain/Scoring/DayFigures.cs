using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>A user's raw figures as of the end of a day.</summary>
/// <param name="IsThere">The user had been seen by then.</param>
/// <param name="RecencyDays">Days since the last order that counts; null without one.</param>
/// <param name="Orders">Within the window.</param>
/// <param name="AmountMinor">Within the window, minor units.</param>
/// <param name="Rhythm">Of all time.</param>
public readonly record struct DayFigures(bool IsThere, int? RecencyDays, int Orders, long AmountMinor, LifeCycleStage Stage, Rhythm Rhythm)
{
    public static DayFigures Of(UserFacts facts, int day, ScoringRules rules)
    {
        var ever = facts.Purchases.AsOf(day);
        var counted = rules.WindowDays is { } window ? facts.Purchases.AsOf(day, window) : ever;
        var recency = counted.Orders > 0 && counted.LastOrderDay is { } last ? day - last : default(int?);
        var rhythm = Rhythm.Of(facts.Purchases, day);
        return new(
            facts.SinceDay <= day || ever.Orders > 0,
            recency,
            counted.Orders,
            counted.AmountMinor,
            LifeCycle.StageOf(ever, rhythm, facts.SinceDay, day, rules),
            rhythm);
    }
}
