namespace UserOps.Domain.Scoring.Value;

/// <summary>Maximum-likelihood fits of the two models over cells.</summary>
public static class FitModels
{
    /// <summary>Fewer repeat buyers leave the four parameters with hardly two observations each.</summary>
    public const int FewestRepeaters = 10;

    /// <summary>Beyond these the distribution of a parameter has shrunk to a point.</summary>
    private const double Smallest = 1e-4, Largest = 1e4;

    public static Fit<BgNbd> BgNbd(RepeatCells cells)
    {
        var likelihood = new BgNbdLikelihood(cells);
        var customers = likelihood.Customers;
        if (TooLittle(customers, likelihood.Repeaters) is { } obstacle)
        {
            return Fit<BgNbd>.None(obstacle, customers);
        }

        // As if all customers bought at one rate and half of them dropped out.
        var found = LogNewton.Maximise(likelihood, [1, 1 / Math.Max(likelihood.RepeatsAWeek, 1e-3), 1, 1]);
        return Flaw(found, found.Parameters) is { } flaw
            ? Fit<BgNbd>.None(flaw, customers)
            : new(new(found.Parameters[0], found.Parameters[1], found.Parameters[2], found.Parameters[3]), null, found.LogLikelihood, customers);
    }

    public static Fit<GammaGamma> GammaGamma(RepeatCells cells)
    {
        var likelihood = new GammaGammaLikelihood(cells);
        var customers = likelihood.Customers;
        if (TooLittle(cells.Rhythm.Count == 0 ? 0 : Math.Max(1, customers), customers) is { } obstacle)
        {
            return Fit<GammaGamma>.None(obstacle, customers);
        }

        var found = LogNewton.Maximise(likelihood, [2, 3, likelihood.MeanMinor]);
        var (p, q, v) = (found.Parameters[0], found.Parameters[1], found.Parameters[2]);
        return (Flaw(found, [p, q, v / likelihood.MeanMinor]) ?? (q <= 1 ? FitObstacle.NoMeanValue : null)) is { } flaw
            ? Fit<GammaGamma>.None(flaw, customers)
            : new(new(p, q, v), null, found.LogLikelihood, customers);
    }

    private static FitObstacle? TooLittle(long customers, long repeaters) =>
        customers == 0 ? FitObstacle.NoCustomers
        : repeaters == 0 ? FitObstacle.NoRepeatBuyers
        : repeaters < FewestRepeaters ? FitObstacle.TooFewCustomers
        : null;

    private static FitObstacle? Flaw(LogNewtonResult found, IEnumerable<double> parameters) =>
        parameters.Any(p => p is not (> Smallest and < Largest)) ? FitObstacle.ParameterAtBound
        : !found.Concave ? FitObstacle.NoMaximum
        : null;
}
