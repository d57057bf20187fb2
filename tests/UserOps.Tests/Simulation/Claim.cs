using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Tests.Simulation;

/// <summary>A moment of sending: the commit of a ledger entry as claimed.</summary>
/// <param name="At">When it was committed.</param>
/// <param name="Profile">As committed with it.</param>
internal sealed record Claim(DateTimeOffset At, MessageEntry Entry, Profile Profile);
