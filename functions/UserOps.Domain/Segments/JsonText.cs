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

    /// <summary>The value of a name in an object, the last where it stands twice; undefined where there is none. One name that is no text hides no other.</summary>
    public static JsonElement Property(JsonElement json, string name)
    {
        var found = default(JsonElement);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                found = NameOf(property) == name ? property.Value : found;
            }
        }

        return found;
    }

    public static bool TryProperty(JsonElement json, string name, out JsonElement value)
    {
        value = Property(json, name);
        return value.ValueKind != JsonValueKind.Undefined;
    }
}
