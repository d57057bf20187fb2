using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>A tag's definition in its canonical form: properties in a fixed order, languages in theirs.</summary>
public static class TagWriter
{
    // Machines compare it and people read it; it never goes into HTML unencoded.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8 JSON that <see cref="TagReader"/> reads back to the same tag.</returns>
    public static byte[] Write(TagDefinition tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("key", tag.Key);
            json.WriteStartObject("names");
            foreach (var (language, name) in tag.Names.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                json.WriteString(language, name);
            }

            json.WriteEndObject();
            WriteIfTold(json, "description", tag.Description);
            WriteIfTold(json, "owner", tag.Owner);
            json.WriteString("kind", Words<TagKind>.Of(tag.Kind));
            WriteIfTold(json, "source", tag.Source);
            json.WriteString("valueType", Words<TagValueType>.Of(tag.ValueType));
            WriteIfTold(json, "ttl", tag.Ttl is { } ttl ? Durations.Write(ttl) : null);
            if (tag.Where is { } where)
            {
                json.WritePropertyName("where");
                ConditionWriter.Write(json, where);
            }

            if (tag.Compute is { } compute)
            {
                json.WriteStartObject("compute");
                json.WriteString("of", ComputationReader.Name(compute.Of));
                json.WriteString("event", compute.Event);
                WriteIfTold(json, "property", compute.Property);
                json.WriteString("within", Durations.Write(compute.Within));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteIfTold(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
