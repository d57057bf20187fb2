using System.Text.Json.Serialization;

namespace UserOps.Application.Recommendations;

/// <summary>Stored documents of recommendations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProductDetails))]
[JsonSerializable(typeof(RecommendationRun))]
internal sealed partial class RecommendationJson : JsonSerializerContext;
