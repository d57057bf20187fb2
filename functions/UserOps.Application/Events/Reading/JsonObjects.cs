using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UserOps.Application.Events.Reading;

/// <summary>Looks into JSON objects, and makes new ones.</summary>
internal static class JsonObjects
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The property; undefined when there is none, or when the element is no object.</returns>
    public static JsonElement At(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static bool IsPresent(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <returns>A text that is not blank, else null.</returns>
    public static string? TextAt(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <returns>The elements of an array; nothing when it is another thing.</returns>
    public static IEnumerable<JsonElement> ItemsAt(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <param name="write">Writes the properties; the braces are there.</param>
    public static JsonElement Make(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <returns>Null when nothing was written.</returns>
    public static IReadOnlyDictionary<string, JsonElement>? MakeTraits(Action<Utf8JsonWriter> write) => AsTraits(Make(write));

    public static IReadOnlyDictionary<string, JsonElement>? AsTraits(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() == 0)
        {
            return null;
        }

        var traits = new Dictionary<string, JsonElement>(element.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            traits[property.Name] = property.Value;
        }

        return traits;
    }
}
