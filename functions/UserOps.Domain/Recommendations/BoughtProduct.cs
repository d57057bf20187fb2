namespace UserOps.Domain.Recommendations;

/// <param name="Day">Workspace day of the latest order with it, days since 1970-01-01.</param>
public readonly record struct BoughtProduct(ProductKey Product, int Day);
