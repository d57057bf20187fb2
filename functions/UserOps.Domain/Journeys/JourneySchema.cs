using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>The JSON Schema (draft 2020-12) of journeys, for editors that check and complete while one types.</summary>
public static class JourneySchema
{
    private static readonly byte[] Document = Load();

    /// <summary>UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Utf8 => Document;

    private static byte[] Load()
    {
        using var stream = typeof(JourneySchema).Assembly.GetManifestResourceStream("journey.schema.json")!;
        var schema = JsonNode.Parse(stream)!;
        foreach (var (name, definition) in ConditionSchema.Definitions())
        {
            schema["$defs"]![name] = definition!.DeepClone();
        }

        return Encoding.UTF8.GetBytes(schema.ToJsonString(new(JsonSerializerOptions.Web) { WriteIndented = true }));
    }
}
