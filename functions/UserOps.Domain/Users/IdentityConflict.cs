using UserOps.Domain.Events;

namespace UserOps.Domain.Users;

/// <summary>An identifier that this user was seen with and that belongs to another known user; an operator may merge the two.</summary>
/// <param name="OtherUserKey">Partition of the user who has it.</param>
public sealed record IdentityConflict(Identifier Identifier, string OtherUserKey, Stamp Said);
