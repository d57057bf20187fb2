namespace UserOps.Domain.Messages;

/// <summary>What one channel's provider was given lately; one for all runs, kept under an ETag.</summary>
/// <param name="NotBefore">The provider asked for a pause until then; null: it did not.</param>
public sealed record PacerState(PacerWindow Minute, PacerWindow Hour, DateTimeOffset? NotBefore)
{
    public static readonly PacerState Idle = new(new(1, []), new(60, []), null);
}
