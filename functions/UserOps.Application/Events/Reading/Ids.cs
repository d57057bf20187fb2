using System.Text.Json;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Reading;

/// <summary>Ids in JSON: strings, or whole numbers as shops and hand-written clients send them.</summary>
internal static class Ids
{
    public const int MaxLength = 512;

    /// <returns>The trimmed id; null when it is absent, null or a placeholder such as <c>guest</c>, or after noting a fault.</returns>
    public static string? Person(JsonElement value, string field, Fault fault) => Placeholders.OrNull(Any(value, field, fault));

    /// <returns>The trimmed id; null when it is absent, null or blank, or after noting a fault.</returns>
    public static string? Any(JsonElement value, string field, Fault fault)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!.Trim();
                if (text.Length <= MaxLength)
                {
                    return text.Length == 0 ? null : text;
                }

                fault.Note(field, $"has more than {MaxLength} characters");
                return null;
            case JsonValueKind.Number when value.TryGetInt64(out _) || value.TryGetUInt64(out _):
                return value.GetRawText();
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            default:
                fault.Note(field, "must be a string");
                return null;
        }
    }

    /// <returns>The id; null after noting that there is none.</returns>
    public static string? Required(JsonElement value, string field, Fault fault)
    {
        var id = Any(value, field, fault);
        if (id is null)
        {
            fault.Note(field, "is missing");
        }

        return id;
    }
}
