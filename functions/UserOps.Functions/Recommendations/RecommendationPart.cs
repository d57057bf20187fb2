using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Buckets, or a slice of the products, that one activity sees to.</summary>
public sealed record RecommendationPart(RecommendationRun Run, int First, int Count);
