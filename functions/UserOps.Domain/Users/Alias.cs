
namespace UserOps.Domain.Users;

/// <param name="Link">The other identifier and the event that said so.</param>
/// <param name="Trusted">May merge two known users.</param>
public sealed record Alias(Link Link, bool Trusted);
