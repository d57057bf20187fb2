namespace UserOps.Domain.Scoring.Value;

/// <summary>The logarithm of the gamma function and its first two derivatives at one positive argument.</summary>
/// <remarks>Recurrence up to 10, then the asymptotic series: about 1e-14. Sources: https://dlmf.nist.gov/5.5, https://dlmf.nist.gov/5.11 and https://dlmf.nist.gov/5.15</remarks>
internal readonly record struct Polygamma(double Log, double First, double Second)
{
    private const double HalfLogTwoPi = 0.91893853320467274;

    private static ReadOnlySpan<double> OfLog => [1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0];

    private static ReadOnlySpan<double> OfFirst => [1 / 12.0, -1 / 120.0, 1 / 252.0, -1 / 240.0, 1 / 132.0, -691 / 32760.0];

    private static ReadOnlySpan<double> OfSecond => [1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0];

    public static Polygamma At(double z)
    {
        double product = 1, first = 0, second = 0;
        for (; z < 10; z++)
        {
            product *= z;
            first += 1 / z;
            second += 1 / (z * z);
        }

        double log = Math.Log(z), inverse = 1 / z, square = inverse * inverse;
        return new(
            ((z - 0.5) * log) - z + HalfLogTwoPi + (inverse * Horner(square, OfLog)) - Math.Log(product),
            log - (inverse / 2) - (square * Horner(square, OfFirst)) - first,
            inverse + (square / 2) + (square * inverse * Horner(square, OfSecond)) + second);
    }

    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
