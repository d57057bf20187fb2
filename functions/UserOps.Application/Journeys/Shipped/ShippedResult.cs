using UserOps.Domain;

namespace UserOps.Application.Journeys.Shipped;

/// <param name="Version">That is published now; null: none.</param>
/// <param name="Mistakes">Null where it was not refused.</param>
public sealed record ShippedResult(string Key, ShippedOutcome Outcome, int? Version, IReadOnlyList<Mistake>? Mistakes = null);
