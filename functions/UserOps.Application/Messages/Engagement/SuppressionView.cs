using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <param name="Suppressed">Whether the address gets nothing.</param>
/// <param name="Cause">And since when; null: it is not suppressed.</param>
public sealed record SuppressionView(bool Suppressed, SuppressionCause? Cause, DateTimeOffset? At);
