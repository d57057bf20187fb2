using UserOps.Domain;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class InSegmentTests
{
    private static readonly ConditionFacts Facts = Asked.Somebody() with
    {
        Segments = new Dictionary<string, Verdict> { ["vip"] = new(true, Asked.At("2026-07-01T00:00:00Z")), ["lost"] = new(false, null) },
    };

    [Theory]
    [InlineData("""{"segment": "vip"}""", true, "2026-07-01T00:00:00Z")]
    [InlineData("""{"not": {"segment": "vip"}}""", false, "2026-07-01T00:00:00Z")]
    [InlineData("""{"segment": "lost"}""", false, null)]
    [InlineData("""{"segment": "unheard-of"}""", false, null)]
    public void The_answer_of_a_segment_is_that_of_whoever_answered_it(string json, bool holds, string? until) =>
        Assert.Equal(new Verdict(holds, until is null ? null : Asked.At(until)), ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Facts));

    [Fact]
    public void Segments_that_nobody_made_are_told_all_at_once_each_with_what_was_probably_meant()
    {
        var mistakes = new List<Mistake>();
        var names = new ConditionNames { Segments = new HashSet<string> { "good-customers", "lost" } };

        Assert.Null(ConditionReader.Read(
            Asked.Json("""{"any": [{"segment": "good-customer"}, {"segment": "lost"}, {"not": {"segment": "lostt"}}]}"""), "", ConditionScope.Segment, mistakes, names));
        Assert.Equal(
            [new("/any/0/segment", "There is no segment 'good-customer'; did you mean 'good-customers'?"), new("/any/2/not/segment", "There is no segment 'lostt'; did you mean 'lost'?")],
            mistakes);
    }
}
