using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Users;

/// <summary>Stands in a document as its bytes in base64.</summary>
public sealed class VisitDaysJson : JsonConverter<VisitDays>
{
    public override VisitDays Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => VisitDays.FromBytes(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, VisitDays value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToBytes());
}
