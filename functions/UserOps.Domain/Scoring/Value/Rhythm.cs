using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>How often a person buys: the gaps between the days of purchase that count.</summary>
/// <param name="Gaps">How many there are.</param>
/// <param name="MedianDays">Of the even middle the mean of both; null without a gap.</param>
public readonly record struct Rhythm(int Gaps, double? MedianDays)
{
    /// <summary>Days of silence that are nothing unusual: a share of the person's own rhythm, or the fixed days where there are too few gaps to have one.</summary>
    /// <param name="percent">Of the median gap.</param>
    public double Patience(int percent, int fixedDays, ScoringRules rules) => Gaps >= rules.Risk.LeastGaps && MedianDays is { } median
        ? Math.Clamp(median, rules.LifeCycle.ShortestRhythmDays, rules.LifeCycle.LongestRhythmDays) * percent / 100
        : fixedDays;

    public static Rhythm Of(PurchaseHistory history, int day)
    {
        var gaps = new List<int>();
        int? last = null;
        foreach (var placed in history.DaysAsOf(day))
        {
            if (placed.Orders > 0)
            {
                if (last is { } before)
                {
                    gaps.Add(placed.Day - before);
                }

                last = placed.Day;
            }
        }

        gaps.Sort();
        return new(gaps.Count, gaps.Count == 0 ? null : (gaps[(gaps.Count - 1) / 2] + gaps[gaps.Count / 2]) / 2.0);
    }
}
