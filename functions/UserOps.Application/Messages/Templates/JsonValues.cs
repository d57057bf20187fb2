using System.Text.Json;

namespace UserOps.Application.Messages.Templates;

/// <summary>JSON as templates see it. What is null, blank or empty counts as not there, so that it can't leave a hole.</summary>
internal static class JsonValues
{
    public static Dictionary<string, object> Group(IEnumerable<(string Name, JsonElement Value)> members)
    {
        var group = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            if (Of(value) is { } there)
            {
                group[name] = there;
            }
        }

        return group;
    }

    /// <returns>A text, decimal, boolean, list or group; null for what is not there.</returns>
    public static object? Of(JsonElement? element) => element is not { } json ? null : json.ValueKind switch
    {
        JsonValueKind.String => Readable(json.GetString()!),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.GetArrayLength() > TemplateLimits.ListItems ? new TooLongList() : OfOneShape(json.EnumerateArray().Select(item => Of(item)).OfType<object>().ToList()),
        JsonValueKind.Object => Group(json.EnumerateObject().Select(member => (member.Name, member.Value))),
        _ => null,
    };

    /// <summary>Handlebars.Net reads the names of all items as it did those of the first, and throws where that was a group and another is none. Groups are what templates read.</summary>
    private static List<object> OfOneShape(List<object> items)
    {
        static int Shape(object item) => item is Dictionary<string, object> ? 2 : item is List<object> or TooLongList ? 1 : 0;
        var shape = items.Select(Shape).DefaultIfEmpty().Max();
        return items.FindAll(item => Shape(item) == shape);
    }

    /// <summary>Without characters that no reader shows and some readers refuse.</summary>
    private static string? Readable(string text)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            text = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\r' or '\t'));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
