using System.Text.Json.Serialization;

namespace UserOps.Domain.Tags;

/// <summary>Texts that were computed.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class ComputedJson : JsonSerializerContext;
