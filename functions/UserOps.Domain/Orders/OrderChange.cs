namespace UserOps.Domain.Orders;

/// <summary>Facts about one order, named by its source and the source's order id.</summary>
public sealed record OrderChange(OrderRef Order, IReadOnlyList<OrderFact> Facts);
