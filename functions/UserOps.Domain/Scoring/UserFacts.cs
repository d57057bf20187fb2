using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring;

/// <summary>What the night needs of one user: the projection that apply writes to the user's bucket.</summary>
/// <param name="UserKey">The pseudonymous partition key.</param>
/// <param name="Rev">The profile's revision it was taken from; a higher one replaces a lower one.</param>
/// <param name="SinceDay">Workspace day on which the user was first seen, days since 1970-01-01.</param>
public sealed record UserFacts(string UserKey, long Rev, int SinceDay, PurchaseHistory Purchases);
