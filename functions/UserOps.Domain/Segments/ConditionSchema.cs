using System.Text.Json.Nodes;

namespace UserOps.Domain.Segments;

/// <summary>
/// Conditions as JSON Schema (draft 2020-12), to be embedded in a schema's <c>$defs</c>. What it lets pass may still be refused by the reader (two numbers in the
/// wrong order, too deep a nesting); what the reader takes always passes.
/// </summary>
public static class ConditionSchema
{
    /// <summary>Names of the definitions: in a journey, at its entry, of a segment, and of a <c>where</c>.</summary>
    public const string Journey = "condition";
    public const string Entry = "entryCondition";
    public const string Segment = "segmentCondition";
    public const string Where = "eventCondition";

    /// <summary>All four, each referring to itself and to <see cref="Where"/> as <c>#/$defs/NAME</c>.</summary>
    public static JsonObject Definitions() => new()
    {
        [Journey] = Of(Journey, ConditionScope.Journey),
        [Entry] = Of(Entry, ConditionScope.Entry),
        [Segment] = Of(Segment, ConditionScope.Segment),
        [Where] = Of(Where, ConditionScope.Where),
    };

    private static JsonObject Of(string name, ConditionScope scope)
    {
        var list = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Ref(name) };
        var forms = new JsonArray(
            Object(("all", list)), Object(("any", (JsonObject)list.DeepClone())), Object(("not", Ref(name))));
        foreach (var comparison in ComparisonSchema.All(scope))
        {
            forms.Add((JsonNode)comparison);
        }

        if (scope.HasFlag(ConditionScope.User))
        {
            foreach (var form in FormSchema.AboutUsers())
            {
                forms.Add((JsonNode)form);
            }
        }

        return new JsonObject { ["anyOf"] = forms };
    }

    /// <summary>With these properties, all required, and no others.</summary>
    internal static JsonObject Object(params (string Name, JsonObject Schema)[] properties)
    {
        var (schemas, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, schema) in properties)
        {
            schemas[name] = schema;
            required.Add((JsonNode)name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = schemas, ["required"] = required, ["additionalProperties"] = false };
    }

    /// <summary>The same, of which all after the first may be left out.</summary>
    internal static JsonObject Optional(params (string Name, JsonObject Schema)[] properties)
    {
        var schema = Object(properties);
        schema["required"] = new JsonArray(properties[0].Name);
        return schema;
    }

    internal static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
