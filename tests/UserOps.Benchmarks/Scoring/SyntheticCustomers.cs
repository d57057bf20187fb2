using UserOps.Domain.Scoring.Value;

namespace UserOps.Benchmarks.Scoring;

/// <summary>Customers drawn from the two models themselves, with first purchases one to four years ago; one purchase a day.</summary>
internal static class SyntheticCustomers
{
    private const int OldestDays = 1_460, YoungestDays = 365;

    public static RepeatSummary[] Draw(int count, BgNbd purchases, GammaGamma values, int seed)
    {
        var random = new Random(seed);
        var customers = new RepeatSummary[count];
        for (var i = 0; i < count; i++)
        {
            var age = random.Next(YoungestDays, OldestDays + 1);
            double rate = Gamma(random, purchases.R) / purchases.Alpha / RepeatSummary.DaysAWeek;
            double left = Gamma(random, purchases.A), stayed = Gamma(random, purchases.B), drop = left / (left + stayed);
            var scale = Gamma(random, values.Q) / values.VMinor;
            var (repeats, last, spent, at) = (0, 0, 0L, 0.0);
            while (true)
            {
                at -= Math.Log(1 - random.NextDouble()) / rate;
                if (!(at <= age))
                {
                    break;
                }

                if ((int)at > last)
                {
                    last = (int)at;
                    repeats++;
                    spent += (long)Math.Max(1, Math.Round(Gamma(random, values.P) / scale));
                }

                if (random.NextDouble() < drop)
                {
                    break;
                }
            }

            customers[i] = new(repeats, last, age, spent);
        }

        return customers;
    }

    /// <summary>Marsaglia and Tsang's method, boosted for shapes below 1.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        }

        double d = shape - (1 / 3.0), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
