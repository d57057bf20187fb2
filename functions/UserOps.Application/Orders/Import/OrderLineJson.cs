using System.Text.Json.Serialization;

namespace UserOps.Application.Orders.Import;

/// <summary>The form in which orders wait to be put in order.</summary>
[JsonSerializable(typeof(OrderLine))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class OrderLineJson : JsonSerializerContext;
