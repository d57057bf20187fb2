using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace UserOps.Application.Http.OpenApi;

/// <summary>Schemas by type, each kept once and referred to by name.</summary>
internal sealed class SchemaShelf(JsonSerializerOptions json)
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Told };

    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> _schemas = new(StringComparer.Ordinal);

    public JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (!_schemas.TryGetValue(name, out var kept))
        {
            _schemas[name] = (type, Rooted(json.GetJsonSchemaAsNode(type, Options), At(name)));
        }
        else if (kept.Type != type)
        {
            throw new InvalidOperationException($"{kept.Type} and {type} would both be called {name}.");
        }

        return new() { ["$ref"] = At(name) };
    }

    public JsonObject ToJson() => new(_schemas.Select(kept => KeyValuePair.Create(kept.Key, (JsonNode?)kept.Value.Schema)));

    /// <summary>The exporter can't see into converters, and says <c>true</c> for "anything", which not every reader takes.</summary>
    private static JsonNode Told(JsonSchemaExporterContext context, JsonNode schema) =>
        context.TypeInfo.Type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
        : context.TypeInfo.Type == typeof(DateTimeOffset?) ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" }
        : schema as JsonObject ?? new JsonObject();

    private static string At(string name) => $"#/components/schemas/{name}";

    private static string NameOf(Type type) => type.Name.EndsWith("Shape", StringComparison.Ordinal) ? type.Name[..^"Shape".Length] : type.Name;

    /// <summary>A schema refers to parts of itself from its own root, which is not the document's.</summary>
    private static JsonNode Rooted(JsonNode schema, string at)
    {
        switch (schema)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties.ToList())
                {
                    if (name == "$ref" && value!.GetValue<string>() is { } local)
                    {
                        properties[name] = at + local.TrimStart('#');
                    }
                    else if (value is not null)
                    {
                        Rooted(value, at);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Rooted(item!, at);
                }

                break;
        }

        return schema;
    }
}
