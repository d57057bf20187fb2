using MathNet.Numerics;

namespace UserOps.Domain.Experiments;

/// <summary>
/// Whether two groups differ in how many of them did something: the two-proportion z-test with pooled variance, and the interval of the difference with the variance of
/// each group, as <c>prop.test(…, correct = FALSE)</c> of R has them.
/// </summary>
/// <param name="Difference">Rate of the first less rate of the second.</param>
/// <param name="Low">With <paramref name="High"/>: the 95 % interval of the difference.</param>
/// <param name="Z">Null: there is no variance, since all or none of both did it.</param>
/// <param name="P">Two-sided; null as <paramref name="Z"/>.</param>
/// <param name="TooFew">Of some outcome of some group fewer than five would be expected if there were no difference: test and interval are then no more than a hint.</param>
public sealed record TwoProportions(double Difference, double Low, double High, double? Z, double? P, bool TooFew)
{
    private const int LeastExpected = 5;

    /// <summary>Of the standard normal distribution, 97.5 %.</summary>
    private const double Quantile = 1.959963984540054;

    /// <returns>Null when there is nobody in one of the groups.</returns>
    public static TwoProportions? Of(long did, long of, long otherDid, long otherOf)
    {
        if (did < 0 || otherDid < 0 || did > of || otherDid > otherOf)
        {
            throw new ArgumentException($"{did} of {of} and {otherDid} of {otherOf} are no shares.", nameof(did));
        }

        if (of == 0 || otherOf == 0)
        {
            return null;
        }

        var (rate, otherRate) = ((double)did / of, (double)otherDid / otherOf);
        var pooled = (double)(did + otherDid) / (of + otherOf);
        var spread = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / of) + (1.0 / otherOf)));
        var z = spread > 0 ? (rate - otherRate) / spread : default(double?);
        var margin = Quantile * Math.Sqrt((rate * (1 - rate) / of) + (otherRate * (1 - otherRate) / otherOf));
        var fewest = Math.Min(of, otherOf) * Math.Min(pooled, 1 - pooled);
        return new(
            rate - otherRate,
            Math.Max(-1, rate - otherRate - margin),
            Math.Min(1, rate - otherRate + margin),
            z,
            z is { } far ? SpecialFunctions.Erfc(Math.Abs(far) / Math.Sqrt(2)) : null,
            fewest < LeastExpected);
    }
}
