namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// Maximises a likelihood of positive parameters by Newton's method in their logarithms, damped as Levenberg and Marquardt do: a step that does not go up is tried
/// shorter and closer to the gradient. Source: Nocedal and Wright, Numerical Optimization, 2006, chapters 3 and 10
/// </summary>
internal static class LogNewton
{
    private const int Steps = 200;

    /// <summary>What the next step promises, in units of log-likelihood, when it is not worth taking.</summary>
    private const double Worthless = 1e-7;

    /// <summary>Of the likelihood's own size: by so little a sum over many cells may go down from rounding alone.</summary>
    private const double Rounding = 1e-14;

    /// <summary>A step multiplies or divides no parameter by more than this to the power of e.</summary>
    private const double LongestStep = 2;

    public static LogNewtonResult Maximise(ILikelihood likelihood, IReadOnlyList<double> start)
    {
        var point = start.Select(v => Math.Log(v)).ToArray();
        var here = Evaluate(likelihood, point);
        var damping = 0.0;
        for (var step = 0; step < Steps && double.IsFinite(damping); step++)
        {
            if (Direction(here, damping) is not { } direction)
            {
                damping = Raised(damping, here);
                continue;
            }

            var promised = direction.Zip(here.Gradient, (d, g) => d * g).Sum() / 2;
            if (promised < Worthless)
            {
                if (damping == 0)
                {
                    return Result(point.Zip(direction, (p, d) => p + d), here, concave: true);
                }

                if (Direction(here, 0) is null)
                {
                    break;
                }

                damping = 0;
                continue;
            }

            var longest = direction.Max(Math.Abs);
            var shorten = longest > LongestStep ? LongestStep / longest : 1;
            var next = point.Zip(direction, (p, d) => p + (shorten * d)).ToArray();
            var there = Evaluate(likelihood, next);
            if (there.Value > here.Value - (Rounding * Math.Abs(here.Value)))
            {
                (point, here) = (next, there);
                damping = damping < 1e-6 * here.Scale ? 0 : damping / 8;
            }
            else
            {
                damping = Raised(damping, here);
            }
        }

        return Result(point, here, concave: false);
    }

    private static double Raised(double damping, Evaluation at) => Math.Max(4 * damping, 1e-3 * at.Scale);

    private static LogNewtonResult Result(IEnumerable<double> point, Evaluation at, bool concave) => new([.. point.Select(v => Math.Exp(v))], at.Value, concave);

    private static Evaluation Evaluate(ILikelihood likelihood, double[] point)
    {
        var parameters = point.Select(v => Math.Exp(v)).ToArray();
        var gradient = new double[point.Length];
        var hessian = new double[point.Length, point.Length];
        var value = likelihood.Evaluate(parameters, gradient, hessian);
        for (var i = 0; i < point.Length; i++)
        {
            for (var j = i; j < point.Length; j++)
            {
                hessian[i, j] *= parameters[i] * parameters[j];
            }

            gradient[i] *= parameters[i];
            hessian[i, i] += gradient[i];
        }

        return new(double.IsFinite(value) ? value : double.NegativeInfinity, gradient, hessian);
    }

    /// <summary>Solves (damping − Hessian)·d = gradient by Cholesky; null where that matrix is not positive definite.</summary>
    private static double[]? Direction(Evaluation at, double damping)
    {
        var n = at.Gradient.Length;
        var (lower, d) = (new double[n, n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = (i == j ? damping : 0) - at.Hessian[j, i];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                // A pivot that is rounding only says nothing about its parameter.
                if (i == j && !(sum > 1e-12 * at.Scale))
                {
                    return null;
                }

                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }

            d[i] = at.Gradient[i];
            for (var k = 0; k < i; k++)
            {
                d[i] -= lower[i, k] * d[k];
            }

            d[i] /= lower[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                d[i] -= lower[k, i] * d[k];
            }

            d[i] /= lower[i, i];
        }

        return d;
    }

    /// <param name="Hessian">Upper triangle.</param>
    private readonly record struct Evaluation(double Value, double[] Gradient, double[,] Hessian)
    {
        public double Scale => Enumerable.Range(0, Gradient.Length).Select(Diagonal).Max();

        private double Diagonal(int i) => Math.Abs(Hessian[i, i]) + 1e-300;
    }
}
