using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Engagement;

/// <summary>An address; it stands in a body, since addresses of requests end up in logs.</summary>
/// <param name="Email">An e-mail address; or channel and address.</param>
/// <param name="Channel">Such as <c>sms</c>.</param>
/// <param name="Address">On that channel, as the person's trait says it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SuppressionRequest(string? Email = null, string? Channel = null, string? Address = null);
