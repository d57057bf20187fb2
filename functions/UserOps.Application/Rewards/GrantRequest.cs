namespace UserOps.Application.Rewards;

/// <param name="Operation">Names the grant for good.</param>
/// <param name="Points">0: none.</param>
/// <param name="Coupon">Kind of a coupon; null: none.</param>
public sealed record GrantRequest(string Operation, string UserKey, string Journey, int Points, string? Coupon);
