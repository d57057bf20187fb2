using UserOps.Application.Journeys.Shipped;

namespace UserOps.Application.Segments.Templates;

/// <summary>What publishing came to, in the order in which it was done.</summary>
public sealed record SegmentTemplateAnswer(IReadOnlyList<ShippedResult> Segments);
