namespace UserOps.Functions.Queues;

/// <summary>Tells the Functions host, which logs it, that a delivery failed. It carries type and place of the cause and not the cause, whose text may quote a person's data.</summary>
public sealed class MessageFailedException(string reason) : Exception(reason);
