namespace UserOps.Domain.Orders;

/// <summary>One order day as it stood at the end of a later day.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Orders">Less those cancelled or wholly refunded; the day is one of purchase while this is above 0.</param>
/// <param name="AmountMinor">Less refunds, minor units of the workspace currency.</param>
public readonly record struct PurchaseDay(int Day, int Orders, long AmountMinor);
