using System.Text.Json;
using NodaTime;
using UserOps.Domain;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

/// <summary>Conditions as they are written, and people to ask about.</summary>
internal static class Asked
{
    public static readonly DateTimeOffset Noon = At("2026-06-15T12:00:00Z");

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public static Condition Read(string json, ConditionScope scope = ConditionScope.Journey)
    {
        var mistakes = new List<Mistake>();
        var condition = ConditionReader.Read(Json(json), "", scope, mistakes);
        Assert.Empty(mistakes);
        return condition!;
    }

    public static IReadOnlyList<Mistake> Mistakes(string json, ConditionScope scope = ConditionScope.Journey, string at = "")
    {
        var mistakes = new List<Mistake>();
        Assert.Null(ConditionReader.Read(Json(json), at, scope, mistakes));
        return mistakes;
    }

    public static ConditionFacts Somebody(string? now = null, string zone = "UTC") => new()
    {
        Now = now is null ? Noon : At(now),
        Zone = DateTimeZoneProviders.Tzdb[zone],
        Currency = "EUR",
    };

    public static IReadOnlyDictionary<string, JsonElement> Values(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    /// <summary>A comparison of <c>trait.x</c>.</summary>
    public static Verdict OfTrait(ConditionFacts facts, string trait, string op, string? value) =>
        ConditionEvaluator.Evaluate(
            Read($$"""{"field": "trait.x", "op": "{{op}}" {{(value is null ? "" : $", \"value\": {value}")}}}"""),
            facts with { Traits = Values($$"""{"x": {{trait}}}""") });
}
