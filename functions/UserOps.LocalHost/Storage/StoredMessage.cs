namespace UserOps.LocalHost.Storage;

/// <summary>A message as the file holds it.</summary>
/// <param name="Tries">Deliveries that failed.</param>
/// <param name="Recoveries">Deliveries begun after a restart had found it: a message that ends the process leaves no other trace.</param>
public sealed record StoredMessage(long Id, DateTimeOffset Enqueued, int Tries, int Recoveries, byte[] Body);
