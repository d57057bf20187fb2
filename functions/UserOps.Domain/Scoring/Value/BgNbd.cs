namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// The BG/NBD model: while alive a customer buys at a rate that varies between customers as Gamma(<paramref name="R"/>, <paramref name="Alpha"/>), and after each purchase
/// drops out with a probability that varies as Beta(<paramref name="A"/>, <paramref name="B"/>). Time in weeks.
/// Source: Fader, Hardie and Lee 2005, https://www.brucehardie.com/papers/018/
/// </summary>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    /// <summary>That the customer is still alive. Without a repeat purchase 1 by definition: one drops out after a purchase only, and the first does not count.</summary>
    public double Alive(RepeatSummary customer) => Alive(customer.Repeats, customer.Recency, customer.Age);

    /// <param name="repeats">Also the mean of several customers.</param>
    internal double Alive(double repeats, double recency, double age) => repeats == 0
        ? 1
        : 1 / (1 + Math.Exp(Math.Log(A / (B + repeats - 1)) + ((R + repeats) * Math.Log((Alpha + age) / (Alpha + recency)))));

    /// <summary>Purchase days expected within the next <paramref name="weeks"/>.</summary>
    public double Expected(RepeatSummary customer, double weeks) => Alive(customer) * ExpectedWhileAlive(customer.Repeats, customer.Age, weeks);

    /// <summary>Repeat purchase days expected of a new customer within <paramref name="weeks"/> of the first purchase.</summary>
    public double Expected(double weeks) => ExpectedWhileAlive(0, 0, weeks);

    /// <summary>Purchase days expected within the next <paramref name="weeks"/> of a customer who is alive now, which no longer depends on tx.</summary>
    /// <remarks>
    /// The paper's (C / (a − 1))·[1 − (1 − z)^(r + x)·₂F₁(r + x, b + x; C; z)], C = a + b + x − 1 and z = t / (α + T + t), after Euler's transformation
    /// ₂F₁(…) = (1 − z)^(a − 1 − r − x)·₂F₁(a − 1, a + b − 1 − r; C; z) and with the factor a − 1 taken out of each term: so neither a = 1 nor a + b = 1 is singular.
    /// Source: https://dlmf.nist.gov/15.8.E1
    /// </remarks>
    public double ExpectedWhileAlive(double repeats, double age, double weeks)
    {
        var z = weeks / (Alpha + age + weeks);
        var logRest = -Math.Log(1 + (weeks / (Alpha + age)));
        double c = A + B + repeats - 1, d = A + B - 1 - R;

        // Terms (a)ₖ₋₁·(d)ₖ / ((C + 1)ₖ₋₁·k!)·zᵏ from k = 1, whose ratio tends to z.
        double term = d * z, sum = term;
        for (var k = 1; k < 1_000_000 && Math.Abs(term) > 1e-16 * (1 - z) * Math.Abs(sum); k++)
        {
            term *= (A + k - 1) * (d + k) / ((c + k) * (k + 1)) * z;
            sum += term;
        }

        var rest = (A - 1) * logRest;
        var difference = Math.Abs(rest) < 1e-5 ? -logRest * (1 + (rest / 2)) : (Math.Exp(rest) - 1) / (1 - A);
        return Math.Max(0, (c * difference) - (Math.Exp(rest) * sum));
    }
}
