using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public class SegmentTests
{
    private static readonly RfmCode[] AllCodes = [.. Enumerable.Range(0, 125).Select(v => new RfmCode((byte)v))];

    [Fact]
    public void The_eleven_segments_cover_all_125_codes_exactly_once()
    {
        var listed = ElevenCodes.All.SelectMany(segment => segment.Codes.Split(' ')).Order();

        Assert.Equal(AllCodes.Select(code => code.Written.ToString()).Order(), listed);
    }

    [Theory]
    [InlineData(555, "Champions", "Champions")]
    [InlineData(343, "Potential Loyalist", "Need Attention")]
    [InlineData(244, "Loyal Customers", "At Risk")]
    [InlineData(311, "About To Sleep", "New")]
    [InlineData(315, "Promising", "Promising")]
    [InlineData(511, "New Customers", "New")]
    [InlineData(134, "Can't Lose Them", "At Risk")]
    [InlineData(155, "At Risk", "Cannot Lose")]
    [InlineData(153, "Need Attention", "At Risk")]
    [InlineData(111, "Lost", "Lost")]
    [InlineData(551, "Others", "Potential Loyalist")]
    public void The_first_rule_that_holds_gives_the_segment(int written, string ten, string eleven)
    {
        var standing = new Standing(RfmCode.OfWritten(written), 0, LifeCycleStage.New);

        Assert.Equal(ten, standing.SegmentIn(SegmentMap.TenRules)!.Name);
        Assert.Equal(eleven, standing.SegmentIn(SegmentMap.Eleven)!.Name);
    }

    [Theory]
    [InlineData(1, 9, 900, "重要价值客户")]
    [InlineData(99, 9, 900, "重要保持客户")]
    [InlineData(1, 1, 900, "重要发展客户")]
    [InlineData(99, 1, 900, "重要挽留客户")]
    [InlineData(1, 9, 1, "一般价值客户")]
    [InlineData(99, 9, 1, "一般保持客户")]
    [InlineData(1, 1, 1, "一般发展客户")]
    [InlineData(99, 1, 1, "一般挽留客户")]
    public void The_eight_segments_are_high_or_low_against_the_split(int recency, int orders, long amount, string name)
    {
        var place = new EightThresholds(30, 5, 500).Place(recency, orders, amount);

        Assert.Equal(name, SegmentCatalog.Eight[place].ChineseName);
    }

    [Fact]
    public void A_fixed_split_is_in_days_orders_and_major_units()
    {
        var rules = new ScoringRules { EightSplit = new(SplitBy.Fixed, RecencyDays: 30, Orders: 3, Amount: 99.5m) };

        Assert.Equal(new EightThresholds(30, 3, 9_950), Reference.Product([new(1, 1, 1)], rules, _ => 0, 1).Model.Eight);
    }

    [Fact]
    public void Segments_have_codes_and_names_in_both_languages_that_tell_them_apart() => Assert.All(Enum.GetValues<SegmentMap>(), map =>
    {
        var segments = SegmentCatalog.Of(map);
        Assert.All(segments, segment => Assert.Matches("^[a-z-]+$", segment.Code));
        Assert.Equal(segments.Count, segments.Select(segment => segment.Code).Distinct().Count());
        Assert.Equal(segments.Count, segments.Select(segment => segment.ChineseName).Distinct().Count());
    });
}
