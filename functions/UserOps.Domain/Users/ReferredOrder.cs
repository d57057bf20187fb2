namespace UserOps.Domain.Users;

/// <param name="Order">Its hash: what stands in keys.</param>
public sealed record ReferredOrder(string Order, DateTimeOffset PlacedAt);
