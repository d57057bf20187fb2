using UserOps.Domain.Events;

namespace UserOps.Domain.Users;

/// <summary>An identifier that leads to this user. <paramref name="Said"/> is the event that decides whose it is: for an anonymous id the latest that named it, for all others the earliest.</summary>
public sealed record Link(Identifier Identifier, Stamp Said);
