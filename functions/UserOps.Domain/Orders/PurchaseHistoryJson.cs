using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Orders;

/// <summary>A history stands in a document as its bytes in base64.</summary>
public sealed class PurchaseHistoryJson : JsonConverter<PurchaseHistory>
{
    public override PurchaseHistory Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PurchaseHistory.FromBytes(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, PurchaseHistory value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToBytes());
}
