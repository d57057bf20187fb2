using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Recommendations;

/// <summary>They stand in a document as their bytes in base64.</summary>
public sealed class BoughtProductsJson : JsonConverter<BoughtProducts>
{
    public override BoughtProducts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BoughtProducts.FromBytes(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, BoughtProducts value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToBytes());
}
