namespace UserOps.Tests.Simulation;

/// <summary>One call that the provider accepted: one message that somebody got.</summary>
/// <param name="Called">When the caller handed it over; it may be accepted minutes later, when the caller has given up or ended.</param>
internal sealed record AcceptedCall(Guid Operation, string To, string Subject, DateTimeOffset Called, DateTimeOffset Accepted);
