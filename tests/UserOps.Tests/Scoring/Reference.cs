using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

/// <summary>Scoring as one would write it with a sorted list and fractions: slow, plain, and made of nothing that the product uses.</summary>
internal static class Reference
{
    /// <summary>Five times the type-7 quantile at k/5, by sorting.</summary>
    public static Int128 QuantileFifths(IEnumerable<long> values, int k)
    {
        var sorted = values.Order().ToArray();
        var position = (Int128)(sorted.Length - 1) * k;
        var below = (int)(position / 5);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return ((5 - (position % 5)) * sorted[below]) + (position % 5 * sorted[above]);
    }

    public static int Score(IReadOnlyList<long> values, long value, long unit) =>
        1 + Enumerable.Range(1, 4).Count(k => (Int128)value * 5 >= QuantileFifths(values, k) + ((Int128)unit * 5));

    public static string Code(IReadOnlyList<Figures> all, Figures one) => string.Concat(
        6 - Score([.. all.Select(f => (long)f.RecencyDays)], one.RecencyDays, 1),
        Score([.. all.Select(f => (long)f.Orders)], one.Orders, 1),
        Score([.. all.Select(f => f.AmountMinor)], one.AmountMinor, 100));

    /// <summary>The product's way, over buckets of the given sizes.</summary>
    public static (ScoringModel Model, byte[] Codes) Product(IReadOnlyList<Figures> all, ScoringRules rules, Func<int, int> bucketOf, int buckets)
    {
        var parts = Enumerable.Range(0, buckets).Select(b => all.Where((_, i) => bucketOf(i) == b).ToArray()).ToArray();
        var summary = new FactSummary();
        foreach (var part in parts)
        {
            summary.Add(FactSummary.FromBytes(FactSummary.Of(Columns(part)).ToBytes()));
        }

        var bins = ScoringModel.WantedBins(summary, rules);
        var selection = parts.Select(p => MoneySelection.FromBytes(MoneySelection.Of(Columns(p).AmountMinor, bins).ToBytes()))
            .Aggregate(MoneySelection.None, (a, b) => a + b);
        var model = ScoringModel.Find(summary, selection, rules, 100)!;
        var codes = new byte[all.Count];
        new ScoreKernel(model.Cuts).Score(Columns(all), codes);
        return (model, codes);
    }

    public static FactColumns Columns(IReadOnlyList<Figures> figures) =>
        new(figures.Select(f => f.RecencyDays).ToArray(), figures.Select(f => f.Orders).ToArray(), figures.Select(f => f.AmountMinor).ToArray());
}
