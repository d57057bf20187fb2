namespace UserOps.Application.Settings;

/// <summary>A channel's way out by a webhook.</summary>
/// <param name="Webhook">Name of a configured webhook.</param>
/// <param name="AddressTrait">The trait that holds a person's address on the channel.</param>
public sealed record GatewaySettings(string Webhook, string AddressTrait);
