using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Sending;

/// <summary>Whom a message is for, as they are known at one instant.</summary>
/// <param name="ETag">Of the profile's row.</param>
/// <param name="Addresses">By channel.</param>
public sealed record Recipient(Profile Profile, string ETag, GateFacts Facts, IReadOnlyDictionary<string, string> Addresses);
