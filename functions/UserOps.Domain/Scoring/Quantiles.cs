namespace UserOps.Domain.Scoring;

/// <summary>
/// Quantiles of Hyndman and Fan's type 7 (R's default), in whole numbers: h = (n − 1)·p, interpolated between the values of ranks ⌊h⌋ and ⌊h⌋ + 1.
/// </summary>
public static class Quantiles
{
    /// <summary>Ranks (from 0, ascending by value) that the quantile numerator/denominator of <paramref name="count"/> values is made of.</summary>
    public static (long Lower, long Upper, int Weight) Ranks(long count, int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var position = (Int128)(count - 1) * numerator;
        var lower = (long)(position / denominator);
        var weight = (int)(position % denominator);
        return (lower, weight == 0 ? lower : lower + 1, weight);
    }

    /// <returns>The quantile times <paramref name="denominator"/>.</returns>
    public static Int128 Scaled(long count, int numerator, int denominator, Func<long, long> valueAt)
    {
        var (lower, upper, weight) = Ranks(count, numerator, denominator);
        Int128 from = valueAt(lower);
        return weight == 0 ? from * denominator : (from * denominator) + (weight * (valueAt(upper) - from));
    }

    /// <summary>Cut k is the quantile at k/5 and one unit more; source: bins of the R package <i>rfm</i>.</summary>
    /// <param name="unit">One day, one order, or one major unit of money in minor units.</param>
    public static CutPoint[] Cuts(long count, long unit, Func<long, long> valueAt)
    {
        var cuts = new CutPoint[CutPoints.Count];
        for (var k = 1; k <= cuts.Length; k++)
        {
            cuts[k - 1] = new(Scaled(count, k, 5, valueAt) + ((Int128)unit * 5));
        }

        return cuts;
    }
}
