using MathNet.Numerics;
using MathNet.Numerics.Integration;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public class BgNbdTests
{
    private static readonly BgNbd Published = new(0.243, 4.414, 0.793, 2.426);

    /// <summary>The worked example of the BG/NBD spreadsheet note: customer 1 of the sample, 39 weeks ahead. Source: https://www.brucehardie.com/notes/004/</summary>
    [Fact]
    public void Customer_1_is_expected_to_buy_on_1_point_226_days_of_the_next_39_weeks() =>
        Assert.Equal(1.226, Published.Expected(Cdnow.Calibration[0], 39), 0.001);

    [Fact]
    public void Who_never_came_back_is_alive_by_definition() => Assert.Equal(1, Published.Alive(new(0, 0, 4_000, 0)));

    [Fact]
    public void The_longer_the_silence_the_less_likely_alive()
    {
        var alive = Enumerable.Range(0, 50).Select(weeks => Published.Alive(new(5, 70, 70 + (7 * weeks), 0))).ToList();

        Assert.Equal(alive.OrderDescending(), alive);
        Assert.True(alive[^1] < 0.05);
    }

    /// <summary>Against the integral over p that the closed form comes from: ∫ (1 − (1 + p·t / (α + T))^−(r + x)) / p · Beta(p; a, b + x) dp.</summary>
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0, 0, 39)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 26, 38.9, 52.14)]
    [InlineData(1, 10, 1, 2, 3, 20, 12)]
    [InlineData(1, 10, 1.0000001, 2, 3, 20, 12)]
    [InlineData(0.5, 2, 0.4, 0.6, 0, 0, 30)]
    [InlineData(0.5, 0.05, 0.4, 0.5, 0, 0, 52)]
    [InlineData(3, 40, 6, 30, 120, 300, 52)]
    public void Expectation_is_the_integral_over_the_dropout_probability(double r, double alpha, double a, double b, int x, double age, double t)
    {
        // p = s^(1/a) takes the singularity at 0 out where there is one.
        var power = Math.Min(1, a);
        double At(double s)
        {
            var p = Math.Pow(s, 1 / power);
            var gain = p < 1e-9 ? (r + x) * t / (alpha + age) : (1 - Math.Pow(1 + (p * t / (alpha + age)), -(r + x))) / p;
            return gain * Math.Pow(p, a - power) * Math.Pow(1 - p, b + x - 1) / power / SpecialFunctions.Beta(a, b + x);
        }

        var integral = b + x >= 1
            ? GaussLegendreRule.Integrate(At, 0, 1e-3, 512) + GaussLegendreRule.Integrate(At, 1e-3, 1, 512)
            : DoubleExponentialTransformation.Integrate(At, 0, 1, 1e-10);

        Assert.Equal(1, new BgNbd(r, alpha, a, b).ExpectedWhileAlive(x, age, t) / integral, 1e-5);
    }

    [Fact]
    public void Expectation_passes_smoothly_through_a_equal_to_1_and_a_plus_b_equal_to_1()
    {
        double At(double a, double b) => new BgNbd(0.7, 5, a, b).ExpectedWhileAlive(0, 10, 52);

        Assert.Equal(At(1, 2), (At(1 - 1e-4, 2) + At(1 + 1e-4, 2)) / 2, 1e-7);
        Assert.Equal(At(0.4, 0.6), (At(0.4, 0.6 - 1e-4) + At(0.4, 0.6 + 1e-4)) / 2, 1e-7);
    }
}
