using System.Text.Json;
using System.Text.RegularExpressions;

namespace UserOps.Tests.Segments;

/// <summary>As much of JSON Schema (draft 2020-12) as our schemas use; another keyword fails.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public bool Allows(JsonElement schema, JsonElement json) => schema.EnumerateObject().All(keyword => Allows(schema, keyword.Name, keyword.Value, json));

    private bool Allows(JsonElement schema, string keyword, JsonElement value, JsonElement json) => keyword switch
    {
        "$ref" => Allows(root.GetProperty("$defs").GetProperty(value.GetString()!["#/$defs/".Length..]), json),
        "$defs" or "$schema" or "description" => true,
        "anyOf" => value.EnumerateArray().Any(one => Allows(one, json)),
        "type" => IsOfType(json, value.GetString()!),
        "const" => JsonElement.DeepEquals(value, json),
        "enum" => value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, json)),
        "required" => json.ValueKind != JsonValueKind.Object || value.EnumerateArray().All(name => json.TryGetProperty(name.GetString()!, out _)),
        "properties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().All(p => !value.TryGetProperty(p.Name, out var of) || Allows(of, p.Value)),
        "additionalProperties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().All(p => schema.GetProperty("properties").TryGetProperty(p.Name, out _)),
        "minProperties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() >= value.GetInt32(),
        "items" => json.ValueKind != JsonValueKind.Array || json.EnumerateArray().All(item => Allows(value, item)),
        "minItems" => json.ValueKind != JsonValueKind.Array || json.GetArrayLength() >= value.GetInt32(),
        "maxItems" => json.ValueKind != JsonValueKind.Array || json.GetArrayLength() <= value.GetInt32(),
        "minLength" => json.ValueKind != JsonValueKind.String || json.GetString()!.EnumerateRunes().Count() >= value.GetInt32(),
        "maxLength" => json.ValueKind != JsonValueKind.String || json.GetString()!.EnumerateRunes().Count() <= value.GetInt32(),
        "pattern" => json.ValueKind != JsonValueKind.String || Regex.IsMatch(json.GetString()!, value.GetString()!, RegexOptions.ECMAScript),
        "minimum" => json.ValueKind != JsonValueKind.Number || json.GetDecimal() >= value.GetDecimal(),
        "maximum" => json.ValueKind != JsonValueKind.Number || json.GetDecimal() <= value.GetDecimal(),
        _ => throw new NotSupportedException($"Nobody checks '{keyword}'."),
    };

    private static bool IsOfType(JsonElement json, string type) => type switch
    {
        "object" => json.ValueKind == JsonValueKind.Object,
        "array" => json.ValueKind == JsonValueKind.Array,
        "string" => json.ValueKind == JsonValueKind.String,
        "number" => json.ValueKind == JsonValueKind.Number,
        "integer" => json.ValueKind == JsonValueKind.Number && json.GetDecimal() % 1 == 0,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException(type),
    };
}
