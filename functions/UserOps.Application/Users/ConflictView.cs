namespace UserOps.Application.Users;

/// <param name="Identifier">Was given for this user, and is another known user's.</param>
/// <param name="Other">That user.</param>
public sealed record ConflictView(string Identifier, string Other, DateTimeOffset At);
