namespace UserOps.Application.Messages;

/// <summary>For a host without a provider: every message is refused, and nothing was ever accepted that could be asked for.</summary>
public sealed class NoEmail : IEmailSender
{
    public const string Code = "no-email";

    public Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel) =>
        Task.FromResult<EmailOutcome>(new EmailOutcome.Refused(Code, Permanent: true));

    /// <summary>A provider may have been set up when the message was sent, and be gone now.</summary>
    public Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel) =>
        Task.FromResult<EmailStanding>(new EmailStanding.CannotTell(AskAgainAfter: null));
}
