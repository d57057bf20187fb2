using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public class KernelProperties
{
    private static readonly ScoringRules Rules = new();

    [Fact]
    public void Scores_equal_those_of_sorted_lists_and_fractions() => Prop.ForAll(Figures.Some, all =>
    {
        var (_, codes) = Reference.Product(all, Rules, _ => 0, 1);
        return all.Select((f, i) => (f, i)).All(x => Reference.Code(all, x.f) == new RfmCode(codes[x.i]).Written.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Selection_finds_the_type_7_quantiles_of_a_sort() => Prop.ForAll(Figures.Some, all =>
    {
        var (model, _) = Reference.Product(all, Rules, i => i % 3, 3);
        return model.Cuts.Monetary.Select((cut, i) => cut.Fifths == Reference.QuantileFifths(all.Select(f => f.AmountMinor), i + 1) + 500).All(same => same);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bucket_count_and_assignment_change_no_figure() => Prop.ForAll(Figures.Some, Gen.Choose(1, 40).ToArbitrary(), (all, buckets) =>
    {
        foreach (var by in new[] { SplitBy.Mean, SplitBy.Median })
        {
            var rules = Rules with { EightSplit = new(by) };
            var (one, codes) = Reference.Product(all, rules, _ => 0, 1);
            var (many, codesOfMany) = Reference.Product(all, rules, i => (i * 7919) % buckets, buckets);
            if (!codes.SequenceEqual(codesOfMany) || one.Eight != many.Eight || !one.Cuts.Monetary.SequenceEqual(many.Cuts.Monetary))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_users_changes_no_score() => Prop.ForAll(Figures.Some, all =>
    {
        var (_, codes) = Reference.Product(all, Rules, i => i % 4, 4);
        var shuffled = all.Select((f, i) => (f, i)).OrderBy(x => HashCode.Combine(x.i, all.Length)).ToArray();
        var (_, codesOfShuffled) = Reference.Product([.. shuffled.Select(x => x.f)], Rules, i => i % 4, 4);
        return shuffled.Select((x, place) => codes[x.i] == codesOfShuffled[place]).All(same => same);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_users_at_once_score_as_one_by_one() => Prop.ForAll(Figures.Some, some =>
    {
        var all = Enumerable.Repeat(some, 40).SelectMany(x => x).ToArray();
        var (model, codes) = Reference.Product(all, Rules, _ => 0, 1);
        var kernel = new ScoreKernel(model.Cuts);
        return all.Select((f, i) => kernel.Score(f.RecencyDays, f.Orders, f.AmountMinor) == codes[i]).All(same => same);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void High_and_low_are_told_from_the_exact_mean_and_median() => Prop.ForAll(Figures.Some, all =>
    {
        var mean = Reference.Product(all, Rules, i => i % 5, 5).Model.Eight;
        var median = Reference.Product(all, Rules with { EightSplit = new(SplitBy.Median) }, i => i % 5, 5).Model.Eight;
        var (n, sorted) = (all.Length, all.Select(f => f.AmountMinor).Order().ToArray());
        var twiceMedian = (Int128)sorted[(n - 1) / 2] + sorted[n / 2];
        return all.All(f =>
            ((mean.Place(f.RecencyDays, f.Orders, f.AmountMinor) & 1) == 1) == ((Int128)f.AmountMinor * n >= Sum(all, x => x.AmountMinor))
            && ((mean.Place(f.RecencyDays, f.Orders, f.AmountMinor) & 2) == 2) == ((Int128)f.Orders * n >= Sum(all, x => x.Orders))
            && ((mean.Place(f.RecencyDays, f.Orders, f.AmountMinor) & 4) == 4) == ((Int128)f.RecencyDays * n <= Sum(all, x => x.RecencyDays))
            && ((median.Place(f.RecencyDays, f.Orders, f.AmountMinor) & 1) == 1) == ((Int128)f.AmountMinor * 2 >= twiceMedian));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Whoever_is_alone_is_high_in_everything_at_the_ends_of_64_bits_too(long amountMinor)
    {
        Figures[] alone = [new(182, 5, amountMinor)];
        foreach (var by in (SplitBy[])[SplitBy.Mean, SplitBy.Median])
        {
            Assert.Equal(7, Reference.Product(alone, Rules with { EightSplit = new(by) }, i => i % 5, 5).Model.Eight.Place(182, 5, amountMinor));
        }
    }

    [Fact]
    public void Every_amount_lies_in_its_bin_and_bins_ascend() => Prop.ForAll(Figures.Some, all => all.All(f =>
    {
        var bin = MoneyBins.Of(f.AmountMinor);
        return bin is >= 0 and < MoneyBins.Count && MoneyBins.Lowest(bin) <= f.AmountMinor && f.AmountMinor <= MoneyBins.Highest(bin)
            && MoneyBins.Of(MoneyBins.Lowest(bin)) == bin && MoneyBins.Of(MoneyBins.Highest(bin)) == bin;
    })).QuickCheckThrowOnFailure();

    private static Int128 Sum(IEnumerable<Figures> all, Func<Figures, long> value) => all.Aggregate((Int128)0, (sum, f) => sum + value(f));
}
