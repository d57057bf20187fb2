namespace UserOps.Domain.Scoring;

/// <summary>All that turns a user's figures of one day into scores and segments: found once a run, then the same for every user.</summary>
public sealed record ScoringModel(CutPoints Cuts, EightThresholds Eight)
{
    /// <summary>Bins of money that hold the ranks which the cut points and the split need; the second pass looks at no others.</summary>
    public static IReadOnlyList<int> WantedBins(FactSummary summary, ScoringRules rules)
    {
        var bins = new SortedSet<int>();
        void Want(int numerator, int denominator)
        {
            var (lower, upper, _) = Quantiles.Ranks(summary.Users, numerator, denominator);
            bins.Add(summary.Amount.Find(lower).Bin);
            bins.Add(summary.Amount.Find(upper).Bin);
        }

        for (var k = 1; k <= CutPoints.Count && summary.Users > 0 && rules.MonetaryCuts is null; k++)
        {
            Want(k, 5);
        }

        if (summary.Users > 0 && rules.EightSplit.By == SplitBy.Median)
        {
            Want(1, 2);
        }

        return [.. bins];
    }

    /// <returns>Null when nobody has an order that counts.</returns>
    public static ScoringModel? Find(FactSummary summary, MoneySelection selection, ScoringRules rules, long minorPerMajor)
    {
        if (summary.Users == 0)
        {
            return null;
        }

        long AmountAt(long rank)
        {
            var (bin, rankInBin) = summary.Amount.Find(rank);
            return selection.ValueAt(bin, rankInBin);
        }

        var cuts = new CutPoints(
            rules.RecencyCuts?.Select(c => CutPoint.At(c)).ToArray() ?? Quantiles.Cuts(summary.Users, 1, summary.Recency.ValueAt),
            rules.FrequencyCuts?.Select(c => CutPoint.At(c)).ToArray() ?? Quantiles.Cuts(summary.Users, 1, summary.Orders.ValueAt),
            rules.MonetaryCuts?.Select(c => CutPoint.At(c * minorPerMajor)).ToArray() ?? Quantiles.Cuts(summary.Users, minorPerMajor, AmountAt));
        var eight = rules.EightSplit.By switch
        {
            SplitBy.Mean => Split(summary.Recency.Sum, summary.Orders.Sum, summary.Amount.Sum, summary.Users),
            SplitBy.Median => Split(Twice(summary.Recency.ValueAt), Twice(summary.Orders.ValueAt), Twice(AmountAt), 2),
            _ => new EightThresholds(
                rules.EightSplit.RecencyDays, rules.EightSplit.Orders, (long)decimal.Ceiling(rules.EightSplit.Amount * minorPerMajor)),
        };
        return new(cuts, eight);

        Int128 Twice(Func<long, long> valueAt) => Quantiles.Scaled(summary.Users, 1, 2, valueAt);
    }

    /// <summary>value ≥ sum / by holds of whole values exactly from ⌈sum / by⌉ on, value ≤ sum / by up to ⌊sum / by⌋.</summary>
    private static EightThresholds Split(Int128 recency, Int128 orders, Int128 amount, long by) => new(
        CutPoint.Saturated(CutPoint.FloorDivide(recency, by)),
        CutPoint.Saturated(CutPoint.FloorDivide(orders - 1, by) + 1),
        CutPoint.Saturated(CutPoint.FloorDivide(amount - 1, by) + 1));
}
