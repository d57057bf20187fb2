using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class InJourneyTests
{
    private static readonly Participation[] Known =
    [
        new() { Run = "1", Journey = "welcome", StartedAt = Asked.At("2026-05-01T10:00:00Z"), EndedAt = Asked.At("2026-06-10T10:00:00Z") },
        new() { Run = "2", Journey = "welcome", StartedAt = Asked.At("2026-06-14T10:00:00Z") },
        new() { Run = "3", Journey = "win-back", StartedAt = Asked.At("2026-06-01T10:00:00Z"), EndedAt = Asked.At("2026-06-01T10:00:00Z"), HeldOut = true },
    ];

    [Theory]
    [InlineData("""{"journey": "welcome", "state": "inside"}""", true, null)]
    [InlineData("""{"journey": "win-back", "state": "inside"}""", false, null)]
    [InlineData("""{"journey": "other", "state": "entered"}""", false, null)]
    [InlineData("""{"journey": "welcome", "state": "entered"}""", true, null)]
    [InlineData("""{"journey": "welcome", "state": "entered", "within": "P7D"}""", true, "2026-06-21T10:00:00Z")]
    [InlineData("""{"journey": "win-back", "state": "entered", "within": "P7D"}""", false, null)]
    [InlineData("""{"journey": "welcome", "state": "ended", "within": "P7D"}""", true, "2026-06-17T10:00:00Z")]
    [InlineData("""{"journey": "win-back", "state": "ended"}""", true, null)]
    [InlineData("""{"journey": "win-back", "state": "held-out"}""", true, null)]
    [InlineData("""{"journey": "win-back", "state": "held-out", "within": "P30D"}""", true, "2026-07-01T10:00:00Z")]
    [InlineData("""{"journey": "welcome", "state": "held-out"}""", false, null)]
    public void What_a_profile_remembers_of_journeys_is_answered(string json, bool holds, string? until) =>
        Assert.Equal(
            new Verdict(holds, until is null ? null : Asked.At(until)),
            ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Asked.Somebody() with { Journeys = Known }));

    [Theory]
    [InlineData("""{"journey": "welcome", "step": "offer", "outcome": "b"}""", true)]
    [InlineData("""{"journey": "welcome", "step": "offer", "outcome": "a"}""", false)]
    [InlineData("""{"journey": "welcome", "step": "offer"}""", true)]
    [InlineData("""{"journey": "welcome", "step": "wait"}""", false)]
    [InlineData("""{"journey": "win-back", "step": "offer", "outcome": "b"}""", false)]
    public void The_arm_of_a_split_and_any_other_way_out_of_a_step_is_answered(string json, bool holds) => Assert.Equal(
        new Verdict(holds, null),
        ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Asked.Somebody() with { Passed = [new("welcome", "offer", "b"), new("win-back", "offer", "a")] }));
}
