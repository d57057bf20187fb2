using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public class CutPointTests
{
    [Fact]
    public void A_value_on_the_boundary_belongs_to_the_higher_score()
    {
        var kernel = new ScoreKernel(Cuts(recency: [10, 20, 30, 40], frequency: [2, 3, 4, 5], monetary: [100, 200, 300, 400]));

        Assert.Equal(511, Written(kernel.Score(9, 1, 99)));
        Assert.Equal(422, Written(kernel.Score(10, 2, 100)));
        Assert.Equal(155, Written(kernel.Score(40, 5, 400)));
    }

    [Fact]
    public void A_boundary_between_whole_values_is_exact_to_the_fifth()
    {
        var cut = new CutPoint((5 * 100) + 1);

        Assert.Equal(100.2m, cut.Value);
        Assert.Equal(100, cut.LastBelow);
        Assert.Equal(99, CutPoint.At(100).LastBelow);
        Assert.Equal(-2, new CutPoint(-5).LastBelow);
    }

    [Fact]
    public void Custom_cut_points_are_taken_as_they_are_with_money_in_major_units()
    {
        Figures[] all = [new(5, 1, 1_999), new(15, 2, 2_000), new(50, 9, 900_000)];
        var rules = new ScoringRules { RecencyCuts = [10, 20, 30, 40], FrequencyCuts = [2, 3, 4, 5], MonetaryCuts = [20m, 40m, 60m, 80.005m] };

        var (model, codes) = Reference.Product(all, rules, _ => 0, 1);

        Assert.Equal([511, 422, 155], codes.Select(c => Written(c)));
        Assert.Equal([2_000m, 4_000m, 6_000m, 8_000.6m], model.Cuts.Monetary.Select(c => c.Value));
    }

    [Fact]
    public void Custom_cut_points_for_money_need_no_second_pass()
    {
        var summary = FactSummary.Of(Reference.Columns([new(5, 1, 1_999)]));

        Assert.Empty(ScoringModel.WantedBins(summary, new() { MonetaryCuts = [1, 2, 3, 4] }));
        Assert.NotEmpty(ScoringModel.WantedBins(summary, new()));
    }

    [Fact]
    public void Everybody_alike_gets_one_score()
    {
        var (_, codes) = Reference.Product([.. Enumerable.Repeat(new Figures(3, 2, 500), 50)], new(), _ => 0, 1);

        Assert.Equal([511], codes.Select(Written).Distinct());
    }

    [Fact]
    public void Nobody_to_score_is_no_model() => Assert.Null(ScoringModel.Find(new(), MoneySelection.None, new(), 100));

    private static int Written(byte code) => new RfmCode(code).Written;

    private static CutPoints Cuts(int[] recency, int[] frequency, int[] monetary) =>
        new([.. recency.Select(c => CutPoint.At(c))], [.. frequency.Select(c => CutPoint.At(c))], [.. monetary.Select(c => CutPoint.At(c))]);
}
