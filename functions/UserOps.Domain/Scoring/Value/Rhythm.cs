using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>How often a person buys: the gaps between the days of purchase that count.</summary>
/// <param name="Gaps">How many there are.</param>
/// <param name="MedianDays">Of the even middle the mean of both; null without a gap.</param>
public readonly record struct Rhythm(int Gaps, double? MedianDays)
{
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
