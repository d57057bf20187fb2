using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain;

/// <summary>Stands in a document as a list of numbers.</summary>
public sealed class FewDaysJson : JsonConverter<FewDays>
{
    public override FewDays Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var days = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            days.Add(reader.GetInt32());
        }

        return FewDays.Of(days);
    }

    public override void Write(Utf8JsonWriter writer, FewDays value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var day in value.Days)
        {
            writer.WriteNumberValue(day);
        }

        writer.WriteEndArray();
    }
}
