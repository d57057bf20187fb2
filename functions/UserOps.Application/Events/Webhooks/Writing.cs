using System.Text.Json;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.Webhooks;

/// <summary>Copies values of shops' bodies into properties and traits; what is absent, blank or of another kind is left out.</summary>
internal static class Writing
{
    /// <summary>As a text, also where the shop has a number: ids outgrow what JavaScript reads exactly.</summary>
    public static void Id(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            writer.WriteString(name, value.GetRawText());
        }
        else
        {
            writer.Text(name, value);
        }
    }

    public static void Text(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>As a number, also where the shop has a text such as "19.90".</summary>
    public static void Number(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (Amounts.Read(value, name, new Fault()) is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void Flag(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            writer.WriteBoolean(name, value.GetBoolean());
        }
    }
}
