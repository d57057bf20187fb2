using UserOps.Domain.Orders;

namespace UserOps.Domain.Users;

/// <summary>What a chunk of events makes of a user.</summary>
/// <param name="Orders">The orders it touched, as they are now.</param>
/// <param name="Outbox">What must follow elsewhere.</param>
public sealed record Folded(Profile Profile, IReadOnlyCollection<Order> Orders, Outbox Outbox);
