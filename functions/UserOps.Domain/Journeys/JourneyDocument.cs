using System.Text.Json;

namespace UserOps.Domain.Journeys;

/// <summary>Bytes that are JSON at all, whatever it says.</summary>
public static class JourneyDocument
{
    /// <param name="what">It is to be: <c>journey</c>.</param>
    /// <returns>The document, or what is wrong with all of it.</returns>
    public static (JsonElement? Json, Mistake? Wrong) Parse(ReadOnlySpan<byte> utf8, string what = "journey")
    {
        if (utf8.Length > JourneyLimits.DocumentBytes)
        {
            return (null, new("", $"A {what} has at most {JourneyLimits.DocumentBytes} bytes; this has {utf8.Length}."));
        }

        try
        {
            var reader = new Utf8JsonReader(utf8);
            var json = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                return (null, new("", $"After the {what} there is more; one object stands here."));
            }

            return UnreadableText(json, "") is { } at ? (null, new(at, "This text holds half a character (broken UTF-8, or one of two surrogates).")) : (json, null);
        }
        catch (JsonException malformed)
        {
            // The parser's own text quotes the document.
            return (null, new("", $"This is no JSON from line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1} on."));
        }
    }

    /// <summary>The parser leaves such texts to whoever reads them, and that throws.</summary>
    private static string? UnreadableText(JsonElement json, string at)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return IsReadable(json.GetString) ? null : at;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select((item, i) => UnreadableText(item, JsonPointer.To(at, i))).FirstOrDefault(found => found is not null);
            case JsonValueKind.Object:
                return json.EnumerateObject()
                    .Select(property => IsReadable(() => property.Name) ? UnreadableText(property.Value, JsonPointer.To(at, property.Name)) : at)
                    .FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    private static bool IsReadable(Func<string?> read)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
