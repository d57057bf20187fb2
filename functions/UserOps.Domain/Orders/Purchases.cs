namespace UserOps.Domain.Orders;

/// <summary>A customer's purchases as they stood at the end of a day, within a window.</summary>
/// <param name="FirstOrderDay">Days since 1970-01-01; null without an order that still counts.</param>
/// <param name="LastOrderDay">Same unit.</param>
/// <param name="Orders">Orders placed in the window, less those cancelled or wholly refunded.</param>
/// <param name="AmountMinor">Their sum, less refunds, minor units of the workspace currency.</param>
public readonly record struct Purchases(int? FirstOrderDay, int? LastOrderDay, int Orders, long AmountMinor);
