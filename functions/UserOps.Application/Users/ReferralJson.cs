using System.Text.Json.Serialization;

namespace UserOps.Application.Users;

/// <summary>Properties of referral events.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ReferralJson : JsonSerializerContext;
