using System.Text.Json.Serialization;

namespace UserOps.Application.Users;

/// <param name="From">As in a path: a user id, <c>customer:shop:7</c>, <c>email:…</c>.</param>
/// <param name="Into">The user whose id the person goes by afterwards.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MergeRequest(string? From, string? Into);
