using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// A customer's repeat purchases up to a day, one for each day with an order that counts: the (x, tx, T) of the BG/NBD model.
/// Source: https://www.brucehardie.com/papers/018/
/// </summary>
/// <param name="Repeats">Distinct purchase days less the first one: x.</param>
/// <param name="RecencyDays">From the first to the last purchase: tx in days.</param>
/// <param name="AgeDays">From the first purchase to the day: T in days.</param>
/// <param name="RepeatMinor">What was spent on the repeat days, minor units.</param>
public readonly record struct RepeatSummary(int Repeats, int RecencyDays, int AgeDays, long RepeatMinor)
{
    public const double DaysAWeek = 7;

    /// <summary>tx in weeks.</summary>
    public double Recency => RecencyDays / DaysAWeek;

    /// <summary>T in weeks.</summary>
    public double Age => AgeDays / DaysAWeek;

    /// <summary>Mean of the repeat days, minor units; 0 without one.</summary>
    public double MeanRepeatMinor => Repeats == 0 ? 0 : (double)RepeatMinor / Repeats;

    /// <returns>Null without a purchase that counts.</returns>
    public static RepeatSummary? Of(PurchaseHistory history, int day)
    {
        int? first = null;
        int last = 0, repeats = 0;
        long spent = 0;
        foreach (var placed in history.DaysAsOf(day))
        {
            if (placed.Orders <= 0)
            {
                continue;
            }

            if (first is null)
            {
                first = placed.Day;
            }
            else
            {
                repeats++;
                spent += placed.AmountMinor;
            }

            last = placed.Day;
        }

        return first is { } from ? new(repeats, last - from, day - from, spent) : null;
    }
}
