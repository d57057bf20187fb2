namespace UserOps.Application.Messages.Webhooks;

/// <param name="Endpoint">Name of a configured webhook.</param>
/// <param name="Id">The same for every attempt, by which the receiver knows a call that came before; 1 to 128 of A–Z a–z 0–9 . _ ~ -</param>
/// <param name="Body">JSON.</param>
public sealed record WebhookCall(string Endpoint, string Id, ReadOnlyMemory<byte> Body);
