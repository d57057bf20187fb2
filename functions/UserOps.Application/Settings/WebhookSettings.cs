namespace UserOps.Application.Settings;

/// <summary>Where the suite itself calls: an application, a chat gateway, a sender of text messages.</summary>
/// <param name="Secret">Signs what is sent, as Standard Webhooks: <c>whsec_…</c>.</param>
/// <param name="AllowPrivate">The address may be one of the operator's own network, and without TLS.</param>
public sealed record WebhookSettings(Uri Url, string Secret, bool AllowPrivate = false);
