using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

/// <summary>Until when an answer holds that is put together from others.</summary>
public class CombinationTests
{
    private const string Until2 = """{"field": "trait.d", "op": "withinLast", "value": "P2D"}""";
    private const string Until5 = """{"field": "trait.d", "op": "withinLast", "value": "P5D"}""";
    private const string From3 = """{"field": "trait.e", "op": "withinLast", "value": "P9D"}""";
    private const string From8 = """{"field": "trait.f", "op": "withinLast", "value": "P9D"}""";
    private const string Never = """{"field": "trait.d", "op": "missing"}""";
    private const string Always = """{"field": "trait.d", "op": "exists"}""";

    [Theory]
    [InlineData("all", Until2, Until5, true, 2)]
    [InlineData("all", Until2, Always, true, 2)]
    [InlineData("any", Until2, Until5, true, 5)]
    [InlineData("any", Until2, Always, true, null)]
    [InlineData("all", Until2, From8, false, 8)]
    [InlineData("all", From3, From8, false, 8)]
    [InlineData("all", Until2, Never, false, null)]
    [InlineData("any", From3, From8, false, 3)]
    [InlineData("any", Until2, From8, true, 2)]
    [InlineData("any", Never, From8, false, 8)]
    public void Only_what_decides_the_answer_ends_it(string form, string a, string b, bool holds, int? days)
    {
        var facts = Asked.Somebody("2026-06-10T00:00:00Z") with { Traits = Asked.Values("""{"d": "2026-06-10", "e": "2026-06-13", "f": "2026-06-18"}""") };
        var verdict = new Verdict(holds, days is { } later ? facts.Now.AddDays(later) : null);

        Assert.Equal(verdict, ConditionEvaluator.Evaluate(Asked.Read($$"""{"{{form}}": [{{a}}, {{b}}]}"""), facts));
        Assert.Equal(verdict with { Holds = !holds }, ConditionEvaluator.Evaluate(Asked.Read($$"""{"not": {"{{form}}": [{{b}}, {{a}}]} }"""), facts));
    }
}
