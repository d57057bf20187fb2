namespace UserOps.Application.Events.Webhooks;

/// <summary>A shop's demand to hand out or erase what is known of a person or of the shop.</summary>
/// <param name="DedupeKey">Equal for every delivery of the same request within its source.</param>
/// <param name="Body">The JSON as received.</param>
public sealed record PrivacyRequest(string Source, string Topic, string DedupeKey, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Body);
