using System.Text.Json.Serialization;
using UserOps.Domain.Events;

namespace UserOps.Domain.Users;

/// <summary>Who brought a person here.</summary>
/// <param name="Referrer">A user id.</param>
/// <param name="Said">The event that said so.</param>
/// <param name="Told">The referrer has heard of it, or will by the outbox: from then on it stays, since what may have been rewarded is not taken back.</param>
public sealed record ReferredBy(string Referrer, Stamp Said, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Told = false);
