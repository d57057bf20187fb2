using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Texts of JSON that somebody wrote: an escaped half of a surrogate pair is valid JSON, but no text, and whoever unescapes it fails.</summary>
internal static class JsonText
{
    /// <returns>Null unless it is a string that can be read.</returns>
    public static string? Of(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    /// <summary>The value of a name in an object, the last where it stands twice; undefined where there is none.</summary>
    public static JsonElement Property(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
