using System.Text.Json;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>Reads how a tag's value is computed: <code>{"of": "mostFrequent", "event": "Product Viewed", "property": "category", "within": "P90D"}</code></summary>
internal static class ComputationReader
{
    private static readonly string[] Kinds = [.. Enum.GetNames<ComputationKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static string Name(ComputationKind kind) => Kinds[(int)kind];

    /// <param name="fields">Of the tag.</param>
    /// <param name="type">Of its value; null: that is wrong already.</param>
    public static Computation? Read(JsonFields fields, TagValueType? type)
    {
        if (fields.Find("compute", "write what is computed, as docs/tags.md has it") is not { } json
            || JsonFields.Of(json, fields.AtOf("compute"), "'compute'", fields.Mistakes) is not { } given)
        {
            return null;
        }

        var before = fields.Mistakes.Count;
        given.Allow("of", "event", "property", "within");
        var of = Kind(given);
        var name = given.Text("event", ConditionLimits.NameLength, "write the name of the events that are looked at");
        var property = of == ComputationKind.Count ? null : given.Text("property", ConditionLimits.NameLength, "write the name of the property that is looked at");
        if (of == ComputationKind.Count && given.Has("property"))
        {
            given.Wrong("property", "Events are counted whatever they carry; leave it out.");
        }

        var within = given.Find("within", "write a duration such as \"P90D\"") is null ? null : PeriodReader.Read(json, given.At, "within", fields.Mistakes);
        if (of is { } kind && type is { } told && Fault(kind, told) is { } wrong)
        {
            fields.Wrong("valueType", wrong);
        }

        return fields.Mistakes.Count == before ? new(of!.Value, name!, property, within!) : null;
    }

    private static ComputationKind? Kind(JsonFields given)
    {
        if (given.Text("of", 40, $"write {string.Join(", ", Kinds)}") is not { } written)
        {
            return null;
        }

        var place = Array.IndexOf(Kinds, written);
        if (place < 0)
        {
            given.Wrong("of", $"Must be one of {string.Join(", ", Kinds)}.{Nearest.Hint(written, Kinds)}");
        }

        return place < 0 ? null : (ComputationKind)place;
    }

    private static string? Fault(ComputationKind of, TagValueType type) => of switch
    {
        ComputationKind.Count or ComputationKind.Sum => type == TagValueType.Number ? null : $"A {Name(of)} is a number; write number.",
        _ => type == TagValueType.None ? "Say what the property holds: text, number or date." : null,
    };
}
