namespace UserOps.Application.Messages;

/// <summary>When a message was handed over to a provider, if it was.</summary>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
public readonly record struct CallWindow(DateTimeOffset From, DateTimeOffset To);
