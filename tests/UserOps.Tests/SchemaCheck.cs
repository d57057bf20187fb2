using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.Domain.Journeys;

namespace UserOps.Tests;

/// <summary>As much of JSON Schema 2020-12 as our schemas use; a keyword that it does not know fails the test instead of passing the document.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public static readonly SchemaCheck Journeys = new(JsonDocument.Parse(JourneySchema.Utf8).RootElement);

    public JsonElement Schema => root;

    public IReadOnlyList<string> Faults(JsonElement json) => [.. Of(root, json, "")];

    public bool Allows(JsonElement schema, JsonElement json) => !Of(schema, json, "").Any();

    private IEnumerable<string> Of(JsonElement schema, JsonElement json, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Of(schema, keyword.Name, keyword.Value, json, at));

    private IEnumerable<string> Of(JsonElement schema, string keyword, JsonElement value, JsonElement json, string at)
    {
        bool Fits(JsonElement part) => !Of(part, json, at).Any();
        var (isObject, isArray, isText) = (json.ValueKind == JsonValueKind.Object, json.ValueKind == JsonValueKind.Array, json.ValueKind == JsonValueKind.String);
        return keyword switch
        {
            "$schema" or "$id" or "$defs" or "title" or "description" or "default" or "then" or "else" => [],
            "$ref" => Of(root.GetProperty("$defs").GetProperty(value.GetString()!["#/$defs/".Length..]), json, at),
            "type" => Is(value, json) ? [] : [$"{at}: type {value}"],
            "const" => JsonElement.DeepEquals(value, json) ? [] : [$"{at}: const {value}"],
            "enum" => value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, json)) ? [] : [$"{at}: enum {value}"],
            "required" => !isObject ? [] : value.EnumerateArray().Where(name => !json.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: required {name}"),
            "properties" => !isObject ? [] : value.EnumerateObject().SelectMany(p => json.TryGetProperty(p.Name, out var inner) ? Of(p.Value, inner, $"{at}/{p.Name}") : []),
            "additionalProperties" => !isObject ? [] : json.EnumerateObject().Where(p => !schema.GetProperty("properties").TryGetProperty(p.Name, out _)).Select(p => $"{at}: additional {p.Name}"),
            "items" => !isArray ? [] : json.EnumerateArray().SelectMany((item, i) => Of(value, item, $"{at}/{i}")),
            "minItems" => isArray && json.GetArrayLength() < value.GetInt32() ? [$"{at}: minItems"] : [],
            "maxItems" => isArray && json.GetArrayLength() > value.GetInt32() ? [$"{at}: maxItems"] : [],
            "uniqueItems" => isArray && json.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() < json.GetArrayLength() ? [$"{at}: uniqueItems"] : [],
            "minProperties" => isObject && json.EnumerateObject().Count() < value.GetInt32() ? [$"{at}: minProperties"] : [],
            "minLength" => isText && json.GetString()!.EnumerateRunes().Count() < value.GetInt32() ? [$"{at}: minLength"] : [],
            "maxLength" => isText && json.GetString()!.EnumerateRunes().Count() > value.GetInt32() ? [$"{at}: maxLength"] : [],
            "pattern" => isText && !Regex.IsMatch(json.GetString()!, value.GetString()!) ? [$"{at}: pattern {value}"] : [],
            "minimum" => json.ValueKind == JsonValueKind.Number && json.GetDouble() < value.GetDouble() ? [$"{at}: minimum"] : [],
            "maximum" => json.ValueKind == JsonValueKind.Number && json.GetDouble() > value.GetDouble() ? [$"{at}: maximum"] : [],
            "not" => Fits(value) ? [$"{at}: not {value}"] : [],
            "anyOf" => value.EnumerateArray().Any(Fits) ? [] : [$"{at}: anyOf"],
            "oneOf" => value.EnumerateArray().Count(Fits) == 1 ? [] : [$"{at}: oneOf"],
            "if" => Of(schema.GetProperty(Fits(value) ? "then" : "else"), json, at),
            _ => throw new NotSupportedException(keyword),
        };
    }

    private static bool Is(JsonElement type, JsonElement json) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => Is(one, json))
        : type.GetString() switch
        {
            "object" => json.ValueKind == JsonValueKind.Object,
            "array" => json.ValueKind == JsonValueKind.Array,
            "string" => json.ValueKind == JsonValueKind.String,
            "number" => json.ValueKind == JsonValueKind.Number,
            "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
            "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => json.ValueKind == JsonValueKind.Null,
            _ => throw new NotSupportedException(type.ToString()),
        };
}
