namespace UserOps.Application.Journeys.Shipped;

/// <summary>What publishing came to, in the order in which it was done: templates first.</summary>
public sealed record ShippedAnswer(IReadOnlyList<ShippedResult> Templates, IReadOnlyList<ShippedResult> Journeys);
