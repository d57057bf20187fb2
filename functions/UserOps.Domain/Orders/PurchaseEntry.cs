namespace UserOps.Domain.Orders;

/// <summary>
/// What an order adds to its customer's history: on <paramref name="EffectiveDay"/> it became true that on <paramref name="OrderDay"/> so many orders
/// of so much were placed. Refunds and cancellations are negative entries of the same order day and a later effective day.
/// </summary>
/// <param name="OrderDay">Workspace day, days since 1970-01-01.</param>
/// <param name="EffectiveDay">Never before the order day.</param>
/// <param name="Orders">Change in the number of orders.</param>
/// <param name="AmountMinor">Change in the amount, minor units of the workspace currency.</param>
public readonly record struct PurchaseEntry(int OrderDay, int EffectiveDay, int Orders, long AmountMinor);
