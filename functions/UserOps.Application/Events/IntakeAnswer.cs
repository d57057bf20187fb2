namespace UserOps.Application.Events;

/// <summary>The answer to a request whose envelope was readable.</summary>
/// <param name="Accepted">Events that are safely queued.</param>
/// <param name="Rejected">Events that are kept for an operator and will not be applied.</param>
public sealed record IntakeAnswer(bool Success, int Accepted, IReadOnlyList<RejectedItem> Rejected);
