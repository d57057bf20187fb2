using MathNet.Numerics;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public class LikelihoodTests
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.243)]
    [InlineData(1)]
    [InlineData(9.99)]
    [InlineData(12_345.6)]
    public void Gamma_functions_agree_with_the_library_and_with_their_own_differences(double z)
    {
        var at = Polygamma.At(z);

        Assert.Equal(1, (SpecialFunctions.GammaLn(z) + 1) / (at.Log + 1), 1e-12);
        Assert.Equal(1, SpecialFunctions.DiGamma(z) / at.First, 1e-10);
        var h = 1e-4 * z;
        Assert.Equal(1, (Polygamma.At(z + h).First - Polygamma.At(z - h).First) / (2 * h) / at.Second, 1e-6);
    }

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426)]
    [InlineData(2, 0.5, 3, 0.2)]
    public void Derivatives_of_the_purchase_likelihood_are_those_of_its_values(double r, double alpha, double a, double b) =>
        AgreesWithDifferences(new BgNbdLikelihood(Cdnow.Cells), [r, alpha, a, b]);

    [Theory]
    [InlineData(6.25, 3.74, 1544)]
    [InlineData(0.7, 9, 300)]
    public void Derivatives_of_the_value_likelihood_are_those_of_its_values(double p, double q, double v) =>
        AgreesWithDifferences(new GammaGammaLikelihood(Cdnow.Cells), [p, q, v]);

    private static void AgreesWithDifferences(ILikelihood likelihood, double[] at)
    {
        var (_, gradient, hessian) = Evaluate(likelihood, at);
        for (var i = 0; i < at.Length; i++)
        {
            var h = 1e-5 * at[i];
            double[] up = [.. at], down = [.. at];
            up[i] += h;
            down[i] -= h;
            var (above, gradientAbove, _) = Evaluate(likelihood, up);
            var (below, gradientBelow, _) = Evaluate(likelihood, down);
            Near((above - below) / (2 * h), gradient[i], 1e-5);
            for (var j = i; j < at.Length; j++)
            {
                Near((gradientAbove[j] - gradientBelow[j]) / (2 * h), hessian[i, j], 1e-5);
            }
        }
    }

    private static (double Value, double[] Gradient, double[,] Hessian) Evaluate(ILikelihood likelihood, double[] at)
    {
        var gradient = new double[at.Length];
        var hessian = new double[at.Length, at.Length];
        return (likelihood.Evaluate(at, gradient, hessian), gradient, hessian);
    }

    private static void Near(double expected, double actual, double share) => Assert.Equal(expected, actual, share * (1 + Math.Abs(expected)));
}
