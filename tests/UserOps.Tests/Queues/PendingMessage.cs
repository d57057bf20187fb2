namespace UserOps.Tests.Queues;

/// <param name="Number">In order of enqueueing, from 1.</param>
/// <param name="Due">Not delivered before.</param>
public sealed record PendingMessage(long Number, DateTimeOffset Due, byte[] Body);
