using System.Text.Json;

namespace UserOps.Domain.Journeys;

/// <summary>Kinds of JSON values, in words.</summary>
internal static class JsonKind
{
    public static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
