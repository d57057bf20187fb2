using System.Text.Json;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Journeys;

/// <summary>Conditions made of nothing but all, any and not, for tests of all that stands around them.</summary>
internal static class PlainConditions
{
    public static readonly ConditionForm Form = new(Read, Write);

    private static Condition? Read(JsonElement json, string at, ConditionUse use, ICollection<Mistake> mistakes)
    {
        JsonProperty[] given = json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject()] : [];
        switch (given)
        {
            case [{ Name: "all" or "any", Value: { ValueKind: JsonValueKind.Array } of } way]:
                var parts = of.EnumerateArray().Select((part, i) => Read(part, $"{at}/{way.Name}/{i}", use, mistakes)).ToList();
                return parts.Contains(null) ? null : way.Name == "all" ? new Condition.All(parts!) : new Condition.Any(parts!);
            case [{ Name: "not", Value: var inner }]:
                return Read(inner, $"{at}/not", use, mistakes) is { } not ? new Condition.Not(not) : null;
            default:
                mistakes.Add(new(at, "A condition stands here: {\"all\": […]}, {\"any\": […]} or {\"not\": …}."));
                return null;
        }
    }

    private static void Write(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case Condition.All { Of: var of }:
                Write(json, "all", of);
                break;
            case Condition.Any { Of: var of }:
                Write(json, "any", of);
                break;
            case Condition.Not { Of: var of }:
                json.WritePropertyName("not");
                Write(json, of);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "No plain condition.");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            Write(json, part);
        }

        json.WriteEndArray();
    }
}
