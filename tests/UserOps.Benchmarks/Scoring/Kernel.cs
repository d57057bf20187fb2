using UserOps.Domain.Scoring;

namespace UserOps.Benchmarks.Scoring;

/// <summary>The night's steps on arrays: summaries, cut points and scores, a slice of the users for each processor.</summary>
internal static class Kernel
{
    private static readonly ScoringRules Rules = new();

    public static ScoringModel Run(RfmRows rows, byte[] codes, int slices)
    {
        FactColumns Slice(int i)
        {
            int from = (int)((long)rows.Count * i / slices), to = (int)((long)rows.Count * (i + 1) / slices);
            return new FactColumns(rows.RecencyDays, rows.Orders, rows.AmountMinor).Slice(from, to - from);
        }

        var summaries = new FactSummary[slices];
        Parallel.For(0, slices, i => summaries[i] = FactSummary.Of(Slice(i)));
        var summary = summaries[0];
        foreach (var other in summaries.Skip(1))
        {
            summary.Add(other);
        }

        var bins = ScoringModel.WantedBins(summary, Rules);
        var selections = new MoneySelection[slices];
        Parallel.For(0, slices, i => selections[i] = MoneySelection.Of(Slice(i).AmountMinor, bins));
        var model = ScoringModel.Find(summary, selections.Aggregate((a, b) => a + b), Rules, minorPerMajor: 100)!;
        var kernel = new ScoreKernel(model.Cuts);
        Parallel.For(0, slices, i =>
        {
            var from = (int)((long)rows.Count * i / slices);
            var slice = Slice(i);
            kernel.Score(slice, codes.AsSpan(from, slice.Length));
        });
        return model;
    }
}
