using System.Globalization;
using System.Text.Json;
using NodaTime;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Tags;

/// <summary>What is computed equals what somebody would add up by hand, in any order of events, and stays so exactly until it is said to.</summary>
public sealed class ComputationProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);

    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 1_000 : 100_000;

    [Fact]
    public void A_value_is_that_of_the_events_in_the_window_and_holds_until_one_comes_in_or_falls_out()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var (asked, type) = Asked(random);
            AppliedEvent[] events = [.. Enumerable.Range(0, random.Next(15)).Select(_ => Event(random))];
            var now = Start.AddHours(random.Next(24 * 25));
            for (var step = 0; step < 20; step++)
            {
                var verdict = At(now);
                var expected = Expected(asked, type, events, now);
                Assert.True(verdict.Value?.GetRawText() == expected && verdict.Holds == expected is not null, $"seed {seed} at {now:O}: {verdict.Value} and not {expected}");
                if (verdict.ValidUntil is not { } until)
                {
                    Assert.Equal(expected, At(now.AddYears(1)).Value?.GetRawText());
                    break;
                }

                Assert.True(until > now);
                Assert.Equal(expected, Expected(asked, type, events, until.AddTicks(-1)));
                random.Shuffle(events);
                now = until;
            }

            Verdict At(DateTimeOffset instant) => ComputationEvaluation.Evaluate(
                asked, type, new() { Now = instant, Zone = DateTimeZone.Utc, Currency = "USD", Events = events });
        }
    }

    [Theory]
    [InlineData("\"XL\"", TagValueType.Text, "\"XL\"")]
    [InlineData("\"\\u00e9\"", TagValueType.Text, "\"\\u00E9\"")]
    [InlineData("19.90", TagValueType.Number, "19.9")]
    [InlineData("1e2", TagValueType.Number, "100")]
    [InlineData("\"2026-01-31\"", TagValueType.Date, "\"2026-01-31\"")]
    [InlineData("\"19.9\"", TagValueType.Number, null)]
    [InlineData("19.9", TagValueType.Text, null)]
    [InlineData("\"soon\"", TagValueType.Date, null)]
    [InlineData("null", TagValueType.Text, null)]
    [InlineData("[1]", TagValueType.Number, null)]
    public void Only_what_is_of_the_type_counts_and_is_written_in_one_way(string json, TagValueType type, string? value)
    {
        AppliedEvent[] events = [new("A", Start, JsonElement.Parse($$"""{"p":{{json}}}"""))];
        var facts = new ConditionFacts { Now = Start, Zone = DateTimeZone.Utc, Currency = "USD", Events = events };
        Assert.Equal(value, ComputationEvaluation.Evaluate(new(ComputationKind.Latest, "A", "p", Period.FromDays(1)), type, facts).Value?.GetRawText());
    }

    [Fact]
    public void A_day_of_the_window_is_one_of_the_calendar()
    {
        // Clocks were put forward in between: the window of one day had 23 hours.
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var facts = new ConditionFacts { Now = new(2026, 3, 29, 9, 59, 0, TimeSpan.Zero), Zone = zone, Currency = "EUR", Events = [new("A", new(2026, 3, 28, 11, 0, 0, TimeSpan.Zero))] };
        var verdict = ComputationEvaluation.Evaluate(new(ComputationKind.Count, "A", null, Period.FromDays(1)), TagValueType.Number, facts);
        Assert.Equal((true, new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero)), (verdict.Holds, verdict.ValidUntil));
    }

    private static (Computation Asked, TagValueType Type) Asked(Random random)
    {
        var kind = (ComputationKind)random.Next(4);
        var type = kind is ComputationKind.Count or ComputationKind.Sum || random.Next(2) == 0 ? TagValueType.Number : TagValueType.Text;
        return (new(kind, "A", kind == ComputationKind.Count ? null : "p", Period.FromHours(random.Next(1, 200))), type);
    }

    private static AppliedEvent Event(Random random) => new(random.Next(4) == 0 ? "B" : "A", Start.AddHours(random.Next(24 * 30)), random.Next(5) switch
    {
        0 => null,
        1 => JsonElement.Parse("""{"p":"text"}"""),
        2 => JsonElement.Parse("""{"p":"other"}"""),
        _ => JsonElement.Parse($$"""{"p":{{random.Next(3)}}.{{random.Next(2)}}0}"""),
    });

    /// <summary>By hand.</summary>
    private static string? Expected(Computation asked, TagValueType type, AppliedEvent[] events, DateTimeOffset now)
    {
        var window = TimeSpan.FromHours(asked.Within.Hours);
        var inside = events.Where(said => said.Name == "A" && said.OccurredAt <= now && now < said.OccurredAt + window)
            .Select(said => (said.OccurredAt, Value: asked.Property is null ? (object)1m : Read(said, type))).Where(one => one.Value is not null).ToList();
        if (inside.Count == 0)
        {
            return null;
        }

        var latest = inside.GroupBy(one => one.Value!).ToDictionary(same => same.Key, same => (Count: same.Count(), Last: same.Max(one => one.OccurredAt)));
        return Json(asked.Of switch
        {
            ComputationKind.Count => (decimal)inside.Count,
            ComputationKind.Sum => inside.Sum(one => (decimal)one.Value!),
            ComputationKind.Latest => latest.OrderByDescending(one => one.Value.Last).ThenBy(one => Json(one.Key), StringComparer.Ordinal).First().Key,
            _ => latest.OrderByDescending(one => one.Value.Count).ThenByDescending(one => one.Value.Last).ThenBy(one => Json(one.Key), StringComparer.Ordinal).First().Key,
        });
    }

    private static object? Read(AppliedEvent said, TagValueType type) => said.Properties?.GetProperty("p") switch
    {
        { ValueKind: JsonValueKind.Number } number when type == TagValueType.Number => number.GetDecimal(),
        { ValueKind: JsonValueKind.String } text when type == TagValueType.Text => text.GetString(),
        _ => null,
    };

    private static string Json(object value) => value is decimal number ? number.ToString("0.######", CultureInfo.InvariantCulture) : $"\"{value}\"";
}
