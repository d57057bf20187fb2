using System.Globalization;
using System.Text.Json;
using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>What is computed of somebody's events now, and until when that stays so.</summary>
public static class ComputationEvaluation
{
    /// <summary>Numbers beyond are passed over in a sum, and the rest is added to the sixth decimal, so that no order of events changes it.</summary>
    private const decimal LargestAddend = 1_000_000_000_000_000;

    private const int Decimals = 6;

    /// <param name="type">Of the value; events that carry something else are passed over.</param>
    /// <returns>Holds where there is a value; <see cref="Verdict.ValidUntil"/> is the first instant at which an event comes into the window or falls out of it.</returns>
    public static Verdict Evaluate(Computation asked, TagValueType type, ConditionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(facts);
        var (calendar, now, until) = (new ZoneCalendar(facts.Zone), Instant.FromDateTimeOffset(facts.Now), Instant.MaxValue);
        var found = new List<(DateTimeOffset At, string Value)>();
        foreach (var said in facts.Events.Where(said => said.Name == asked.Event))
        {
            if (ValueIn(said, asked, type) is { } value)
            {
                var inWindow = Span.Since(Instant.FromDateTimeOffset(said.OccurredAt), asked.Within, calendar).Judge(now);
                until = Instant.Min(until, inWindow.Until);
                if (inWindow.Holds)
                {
                    found.Add((said.OccurredAt, value));
                }
            }
        }

        return new(found.Count > 0, until >= ZoneCalendar.Horizon ? null : until.ToDateTimeOffset())
        {
            Value = found.Count > 0 ? JsonElement.Parse(Of(asked.Of, found)) : null,
        };
    }

    private static string Of(ComputationKind kind, IReadOnlyCollection<(DateTimeOffset At, string Value)> found) => kind switch
    {
        ComputationKind.Count => found.Count.ToString(CultureInfo.InvariantCulture),
        ComputationKind.Sum => Written(found.Sum(one => decimal.Round(decimal.Parse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture), Decimals))),
        ComputationKind.Latest => found.OrderByDescending(one => one.At).ThenBy(one => one.Value, StringComparer.Ordinal).First().Value,
        _ => found.GroupBy(one => one.Value, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Max(one => one.At)).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key,
    };

    /// <returns>JSON in one form for the same value; null: the event says nothing of the kind.</returns>
    private static string? ValueIn(AppliedEvent said, Computation asked, TagValueType type)
    {
        if (asked.Of == ComputationKind.Count)
        {
            return "1";
        }

        if (said.Properties is not { } properties || JsonText.Property(properties, asked.Property!) is not { ValueKind: not JsonValueKind.Undefined } value || TagValue.Fault(type, value) is not null)
        {
            return null;
        }

        return type != TagValueType.Number ? JsonSerializer.Serialize(value.GetString(), ComputedJson.Default.String)
            : value.GetDecimal() is var number && asked.Of == ComputationKind.Sum && Math.Abs(number) > LargestAddend ? null
            : Written(number);
    }

    /// <summary>19.90 and 19.9 are the same.</summary>
    private static string Written(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
