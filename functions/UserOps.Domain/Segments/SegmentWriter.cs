using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>A segment in its canonical form: properties in a fixed order. Segments that are the same are written the same.</summary>
public static class SegmentWriter
{
    // Machines compare it and people read it; it never goes into HTML unencoded.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8 JSON that <see cref="SegmentReader"/> reads back to an equal segment.</returns>
    public static byte[] Write(SegmentDefinition segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("key", segment.Key);
            json.WriteString("name", segment.Name);
            if (segment.Description is { } description)
            {
                json.WriteString("description", description);
            }

            json.WriteString("kind", segment.Kind == SegmentKind.Static ? "static" : "dynamic");
            if (segment.Where is { } where)
            {
                json.WritePropertyName("where");
                ConditionWriter.Write(json, where);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
