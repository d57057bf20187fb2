namespace UserOps.Domain.Users;

/// <summary>A customer's id within one configured source.</summary>
public sealed record CustomerId(string Source, string Id);
